Feature: Sizes of folders

  @FSZ-01 @level:MUST @source:documented @needs:folder-size @explained-by:FSZ-02
  Rule: FSZ-01 The size of the root is that of all files

    Source: Get Image Store Root Folder Size. Others may write to the store meanwhile, so a total is judged only where
    nothing else happens.

    Scenario: The documented fields
      When the client asks for the size of the root
      Then the answer is 200
      And the size has the documented fields

    @stores:1MiB
    Scenario: At least what this run has stored
      Given the stored files
        | deep/down/in/folders/one.bin | 200000 bytes |
        | two.bin                      | 200000 bytes |
      When the client asks for the size of the root
      Then the size is at least 400000 bytes

    @last @needs:list-root @about:GET-01 @about:GET-02
    Scenario: The sum of what the root shows
      Then the size of the root is the sum of what its listing shows

  @FSZ-02 @level:MUST @source:documented @needs:folder-size @explained-by:VER-04 @explained-by:CHK-17
  Rule: FSZ-02 The size of a folder is the sum of the files below

    Source: Get Image Store Folder Size.

    Scenario: The answer is 200
      Given a stored file "app/one.bin" of 100 bytes
      When the client asks for the size of "app"
      Then the answer is 200

    Scenario: The documented fields
      Given a stored file "app/one.bin" of 100 bytes
      When the client asks for the size of "app"
      Then the size has the documented fields

    Scenario: A folder with one file
      Given a stored file "app/one.bin" of 123 bytes
      When the client asks for the size of "app"
      Then the size is 123 bytes

    @stores:256KiB
    Scenario: A folder with files
      Given the stored files
        | app/one.bin   | 1 byte      |
        | app/two.bin   | 200 bytes   |
        | app/three.bin | 70000 bytes |
      When the client asks for the size of "app"
      Then the size is 70201 bytes

    Scenario: A folder with folders
      Given the stored files
        | app/one.bin              | 100 bytes |
        | app/code/two.bin         | 20 bytes  |
        | app/code/deep/three.bin  | 3 bytes   |
        | app/data/a/b/c/four.bin  | 4000 bytes |
      When the client asks for the size of "app"
      Then the size is 4123 bytes

    Scenario: A folder inside another
      Given the stored files
        | app/one.bin             | 100 bytes |
        | app/code/two.bin        | 20 bytes  |
        | app/code/deep/three.bin | 3 bytes   |
      When the client asks for the size of "app/code"
      Then the size is 23 bytes

    Scenario: A folder whose name has blanks, if it is accepted
      Given a stored file "my app/read me.txt" of 100 bytes, if its name is accepted
      When the client asks for the size of "my app"
      Then the size is 100 bytes

    Scenario: Names that begin alike are other folders
      Given the stored files
        | app/one.bin    | 100 bytes |
        | app2/two.bin   | 20 bytes  |
        | app.bin        | 3 bytes   |
        | x/app/four.bin | 4000 bytes |
      When the client asks for the size of "app"
      Then the size is 100 bytes

    @needs:upload-file @about:PUT-01
    Scenario: Plain uploads and empty files
      Given the files have been put
        | app/one.bin | 100 bytes |
        | app/_.dir   | 0 bytes   |
      When the client asks for the size of "app"
      Then the size is 100 bytes

    Scenario Outline: After <old> were replaced by <new>
      Given a stored file "app/two.bin" of 1000 bytes
      And a stored file "app/one.bin" of <old>
      And a stored file "app/one.bin" of <new>
      When the client asks for the size of "app"
      Then the size is <sum>

      Examples:
        | old       | new       | sum        |
        | 100 bytes | 300 bytes | 1300 bytes |
        | 300 bytes | 100 bytes | 1100 bytes |

    Scenario: The size follows what is stored
      Given a stored file "app/one.bin" of 100 bytes
      And the client asks for the size of "app"
      And a stored file "app/two.bin" of 20 bytes
      When the client asks for the size of "app"
      Then the size is 120 bytes

    @needs:delete @about:GET-08
    Scenario: After a file was deleted
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/two.bin | 20 bytes  |
      And "app/one.bin" has been deleted
      When the client asks for the size of "app"
      Then the size is 20 bytes

    @needs:copy @about:CPY-01
    Scenario: After a file was copied into it
      Given the stored files
        | app/one.bin   | 100 bytes |
        | other/two.bin | 20 bytes  |
      And "other/two.bin" has been copied to "app/two.bin"
      When the client asks for the size of "app"
      Then the size is 120 bytes

    @needs:upload-chunk @needs:commit @about:CHK-17
    Scenario: What is not committed does not count
      Given a stored file "app/one.bin" of 100 bytes
      And an upload session for a file "app/two.bin" of 200 bytes
      And all its bytes have been uploaded
      When the client asks for the size of "app"
      Then the size is 100 bytes

  @FSZ-03 @level:MUST @source:documented @needs:folder-size
  Rule: FSZ-03 The size of a folder that does not exist is refused

    Source: Get Image Store Folder Size. A size of nothing would tell a client that the folder is there.

    Scenario: A folder that never was
      When the client asks for the size of "nowhere"
      Then the question is refused

    Scenario: A folder that never was, inside another
      Given a stored file "app/one.bin" of 100 bytes
      When the client asks for the size of "app/code"
      Then the question is refused

    @about:FSZ-02
    Scenario: The beginning of a name
      Given a stored file "app/one.bin" of 100 bytes
      When the client asks for the size of "ap"
      Then the question is refused

    @needs:delete @about:GET-08
    Scenario: A folder that was deleted
      Given a stored file "app/one.bin" of 100 bytes
      And "app" has been deleted
      When the client asks for the size of "app"
      Then the question is refused
