Feature: Copying inside the store

  @CPY-01 @level:MUST @source:documented @needs:copy
  Rule: CPY-01 A file or a folder is copied, and stays where it was

    Source: Copy Image Store Content, "A successful operation will return 200 status code". A folder is marked as complete
    first, since a store may insist on that.

    Scenario: Copying a file is answered 200
      Given a stored file "app/one.bin" of 100 bytes
      When the client copies "app/one.bin" to "copy/one.bin"
      Then the answer is 200

    @needs:upload-file
    Scenario: Copying a folder is answered 200
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/_.dir   | 0 bytes   |
      When the client copies "app" to "copy"
      Then the answer is 200

    @oracle @by-size @stores:256KiB
    Scenario Outline: The copy of a file of <size>
      Given a stored file "app/one.bin" of <size>
      When the client copies "app/one.bin" to "copy/two.bin"
      Then "copy/two.bin" is the file that was stored as "app/one.bin"

      Examples:
        | size        |
        | 1 byte      |
        | 100 bytes   |
        | 70000 bytes |

    @oracle
    Scenario Outline: The copy of content that <looks>
      Given a stored file "app/one.bin" whose content <looks>
      When the client copies "app/one.bin" to "copy/two.bin"
      Then "copy/two.bin" is the file that was stored as "app/one.bin"

      Examples:
        | looks                         |
        | is text with CRLF line ends   |
        | starts with a byte order mark |
        | has every byte value          |

    @needs:upload-file @oracle @by-size
    Scenario: The copy of an empty file
      Given a stored file "app/empty.txt" of 0 bytes
      When the client copies "app/empty.txt" to "copy/empty.txt"
      Then "copy/empty.txt" is the file that was stored as "app/empty.txt"

    @oracle @by-size
    Scenario: The file is still where it was
      Given a stored file "app/one.bin" of 100 bytes
      When the client copies "app/one.bin" to "copy/one.bin"
      Then "app/one.bin" is the file that was stored as "app/one.bin"

    @oracle @by-size
    Scenario: A copy onto itself changes nothing
      Given a stored file "app/one.bin" of 100 bytes
      When the client copies "app/one.bin" to "app/one.bin"
      Then "app/one.bin" is the file that was stored as "app/one.bin"

    @oracle @by-size
    Scenario: A copy beside the file
      Given a stored file "app/one.bin" of 100 bytes
      When the client copies "app/one.bin" to "app/one.bin.old"
      Then "app/one.bin.old" is the file that was stored as "app/one.bin"

    @oracle @by-size
    Scenario: A copy under a name with blanks
      Given a stored file "my app/read me.txt" of 100 bytes, if its name is accepted
      When the client copies "my app/read me.txt" to "our app/read me too.txt"
      Then "our app/read me too.txt" is the file that was stored as "my app/read me.txt"

    @oracle @by-size
    Scenario: Nothing else is copied along with a file
      Given the stored files
        | app/one.bin     | 100 bytes |
        | app/one.bin.old | 200 bytes |
      When the client copies "app/one.bin" to "copy/one.bin"
      Then "copy/one.bin" is the file that was stored as "app/one.bin"
      And there is no file "copy/one.bin.old"
      And there is no file "copy/app/one.bin"

    @oracle @by-size
    Scenario: A copy is not changed with the file
      Given a stored file "app/one.bin" of 100 bytes
      And "app/one.bin" has been copied to "copy/one.bin"
      When a file "app/one.bin" of 200 bytes is stored
      Then "copy/one.bin" is the file that was stored as "app/one.bin"

    @oracle @by-size
    Scenario: The file is not changed with the copy
      Given a stored file "app/one.bin" of 100 bytes
      And "app/one.bin" has been copied to "copy/one.bin"
      When a file "copy/one.bin" of 200 bytes is stored
      Then "app/one.bin" is the file that was stored as "app/one.bin"

    @oracle
    Scenario: Bytes of the same number are not changed with the file
      Given a stored file "app/one.bin" of 100 bytes
      And "app/one.bin" has been copied to "copy/one.bin"
      When a file "app/one.bin" of 100 bytes is stored
      Then "copy/one.bin" is the file that was stored as "app/one.bin"

    @needs:delete @oracle @by-size @about:GET-08
    Scenario: A copy outlives the file
      Given a stored file "app/one.bin" of 100 bytes
      And "app/one.bin" has been copied to "copy/one.bin"
      When the client deletes "app"
      Then "copy/one.bin" is the file that was stored as "app/one.bin"

    @needs:upload-file @oracle @by-size
    Scenario: The copy of a folder
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/two.bin | 200 bytes |
        | app/_.dir   | 0 bytes   |
      When the client copies "app" to "copy"
      Then "copy/one.bin" is the file that was stored as "app/one.bin"
      And "copy/two.bin" is the file that was stored as "app/two.bin"

    @needs:upload-file @oracle @by-size
    Scenario: The copy of a folder with an empty file
      Given the stored files
        | app/one.bin   | 100 bytes |
        | app/empty.txt | 0 bytes   |
        | app/_.dir     | 0 bytes   |
      When the client copies "app" to "copy"
      Then "copy/empty.txt" is the file that was stored as "app/empty.txt"
      And "copy/one.bin" is the file that was stored as "app/one.bin"

    @needs:upload-file @oracle @by-size
    Scenario: The copy of a folder with folders
      Given the stored files
        | app/one.bin             | 100 bytes |
        | app/code/two.bin        | 200 bytes |
        | app/code/deep/three.bin | 300 bytes |
        | app/code/deep/_.dir     | 0 bytes   |
        | app/code/_.dir          | 0 bytes   |
        | app/_.dir               | 0 bytes   |
      When the client copies "app" to "some/copy"
      Then "some/copy/one.bin" is the file that was stored as "app/one.bin"
      And "some/copy/code/two.bin" is the file that was stored as "app/code/two.bin"
      And "some/copy/code/deep/three.bin" is the file that was stored as "app/code/deep/three.bin"

    @needs:upload-file @oracle @by-size
    Scenario: A folder is still where it was
      Given the stored files
        | app/one.bin      | 100 bytes |
        | app/code/two.bin | 200 bytes |
        | app/code/_.dir   | 0 bytes   |
        | app/_.dir        | 0 bytes   |
      When the client copies "app" to "copy"
      Then "app/one.bin" is the file that was stored as "app/one.bin"
      And "app/code/two.bin" is the file that was stored as "app/code/two.bin"

    @needs:upload-file @oracle
    Scenario: Nothing but the folder is copied
      Given the stored files
        | app/one.bin   | 100 bytes |
        | app/_.dir     | 0 bytes   |
        | app2/four.bin | 200 bytes |
        | five.bin      | 300 bytes |
      When the client copies "app" to "copy"
      Then there is no file "copy/four.bin"
      And there is no file "copy/five.bin"
      And there is no file "copy2/four.bin"
      And there is no file "copy/app/one.bin"

    @needs:upload-file @needs:list @about:GET-01
    Scenario: The copy of a folder is listed
      Given the stored files
        | app/one.bin      | 100 bytes |
        | app/code/two.bin | 200 bytes |
        | app/code/_.dir   | 0 bytes   |
        | app/_.dir        | 0 bytes   |
      When the client copies "app" to "copy"
      And the client lists "copy"
      Then the listing shows exactly
        | file   | copy/one.bin |
        | folder | copy/code    |

    @oracle @by-size
    Scenario: A description with every member
      Given a stored file "app/one.bin" of 100 bytes
      When the client copies "app/one.bin" to "copy/one.bin" with the description {"RemoteSource":"SOURCE","RemoteDestination":"DESTINATION","SkipFiles":[],"CheckMarkFile":false}
      Then the copy is accepted
      And "copy/one.bin" is the file that was stored as "app/one.bin"

    @oracle @by-size
    Scenario: Members in another order
      Given a stored file "app/one.bin" of 100 bytes
      When the client copies "app/one.bin" to "copy/one.bin" with the description { "CheckMarkFile" : false, "RemoteDestination" : "DESTINATION", "RemoteSource" : "SOURCE" }
      Then the copy is accepted
      And "copy/one.bin" is the file that was stored as "app/one.bin"

    @needs:upload-chunk @needs:commit @needs:upload-file @oracle @by-size @about:CHK-17 @about:COM-01
    Scenario: What is not committed is not copied
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/_.dir   | 0 bytes   |
      And an upload session for a file "app/one.bin" of 200 bytes
      And all its bytes have been uploaded
      When the client copies "app" to "copy"
      Then "copy/one.bin" is the file that was stored as "app/one.bin"

  @CPY-02 @level:MUST @source:implementation @profile:service-fabric @needs:copy @explained-by:CPY-01
  Rule: CPY-02 A source that is absent, or a folder without a mark file, is refused

    Source: the store looks for the file, or for the mark file in the folder of that name, and finds none.

    @answer:service-fabric=404-FABRIC_E_FILE_NOT_FOUND
    Scenario: A source that never was
      When the client copies "nowhere" to "copy"
      Then the copy is refused

    @answer:service-fabric=404-FABRIC_E_FILE_NOT_FOUND @about:COM-21
    Scenario: A folder without a mark file
      Given a stored file "app/one.bin" of 100 bytes
      When the client copies "app" to "copy"
      Then the copy is refused

    @oracle @about:COM-21
    Scenario: Nothing of a folder without a mark file is copied
      Given a stored file "app/one.bin" of 100 bytes
      When the client copies "app" to "copy"
      Then there is no file "copy/one.bin"

    @oracle @by-size
    Scenario: An absent source leaves the destination as it was
      Given a stored file "copy/one.bin" of 100 bytes
      When the client copies "nowhere/one.bin" to "copy/one.bin"
      Then "copy/one.bin" is the file that was stored as "copy/one.bin"

  @CPY-03 @level:MUST @source:documented @needs:copy @needs:upload-file @oracle @explained-by:CPY-01
  Rule: CPY-03 SkipFiles are the names of files to leave out

    Source: Image Store Copy Description, "The list of the file names to be skipped for copying": whole names, not paths
    and not parts of names.

    Scenario: One name
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/two.bin | 200 bytes |
        | app/_.dir   | 0 bytes   |
      When the client copies "app" to "copy" without "one.bin"
      Then there is no file "copy/one.bin"

    Scenario: Several names
      Given the stored files
        | app/one.bin   | 100 bytes |
        | app/two.bin   | 200 bytes |
        | app/three.bin | 300 bytes |
        | app/four.bin  | 400 bytes |
        | app/_.dir     | 0 bytes   |
      When the client copies "app" to "copy" without "one.bin", "three.bin", "four.bin"
      Then there is no file "copy/one.bin"
      And there is no file "copy/three.bin"
      And there is no file "copy/four.bin"

    @by-size
    Scenario: All other files are copied
      Given the stored files
        | app/one.bin      | 100 bytes |
        | app/two.bin      | 200 bytes |
        | app/code/six.bin | 300 bytes |
        | app/code/_.dir   | 0 bytes   |
        | app/_.dir        | 0 bytes   |
      When the client copies "app" to "copy" without "one.bin"
      Then the copy is accepted
      And "copy/two.bin" is the file that was stored as "app/two.bin"
      And "copy/code/six.bin" is the file that was stored as "app/code/six.bin"

    Scenario: A file of that name in a folder below
      Given the stored files
        | app/one.bin      | 100 bytes |
        | app/code/two.bin | 200 bytes |
        | app/code/six.bin | 300 bytes |
        | app/code/_.dir   | 0 bytes   |
        | app/_.dir        | 0 bytes   |
      When the client copies "app" to "copy" without "two.bin"
      Then there is no file "copy/code/two.bin"

    @by-size
    Scenario: Names of which only a part is given
      Given the stored files
        | app/one.bin     | 100 bytes |
        | app/one.bin.old | 200 bytes |
        | app/stone.bin   | 300 bytes |
        | app/_.dir       | 0 bytes   |
      When the client copies "app" to "copy" without "one", "bin", "one.bin.ol", "ne.bin"
      Then the copy is accepted
      And "copy/one.bin" is the file that was stored as "app/one.bin"
      And "copy/one.bin.old" is the file that was stored as "app/one.bin.old"
      And "copy/stone.bin" is the file that was stored as "app/stone.bin"

    @by-size
    Scenario: A name that would match another as a pattern
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/one2bin | 200 bytes |
        | app/_.dir   | 0 bytes   |
      When the client copies "app" to "copy" without "one.bin"
      Then the copy is accepted
      And "copy/one2bin" is the file that was stored as "app/one2bin"

    @by-size
    Scenario: A folder of that name
      Given the stored files
        | app/one.bin      | 100 bytes |
        | app/code/two.bin | 200 bytes |
        | app/code/_.dir   | 0 bytes   |
        | app/_.dir        | 0 bytes   |
      When the client copies "app" to "copy" without "code"
      Then the copy is accepted
      And "copy/code/two.bin" is the file that was stored as "app/code/two.bin"

    @by-size
    Scenario: A name that no file has
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/_.dir   | 0 bytes   |
      When the client copies "app" to "copy" without "other.bin"
      Then the copy is accepted
      And "copy/one.bin" is the file that was stored as "app/one.bin"

    @by-size
    Scenario: The source keeps its files
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/two.bin | 200 bytes |
        | app/_.dir   | 0 bytes   |
      When the client copies "app" to "copy" without "one.bin"
      Then "app/one.bin" is the file that was stored as "app/one.bin"
      And "app/two.bin" is the file that was stored as "app/two.bin"

  @CPY-04 @level:SHOULD @level:service-fabric=MAY @source:documented @needs:copy @oracle @explained-by:CPY-01
  Rule: CPY-04 With CheckMarkFile a folder without a mark file is not copied

    Source: Image Store Copy Description, "If the property is true and mark file does not exist, the copy is skipped". The
    public source never reads the flag, so this is advice.

    Scenario: A folder without a mark file
      Given a stored file "app/one.bin" of 100 bytes
      When the client copies "app" to "copy" if it bears a mark file
      Then there is no file "copy/one.bin"

    @needs:upload-file @by-size
    Scenario: A folder with a mark file
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/_.dir   | 0 bytes   |
      When the client copies "app" to "copy" if it bears a mark file
      Then the copy is accepted
      And "copy/one.bin" is the file that was stored as "app/one.bin"

  @CPY-05 @level:MUST @source:implementation @profile:service-fabric @needs:copy
  Rule: CPY-05 A description that is not JSON is refused

    Source: the gateway cannot read it.

    @answer:service-fabric=400-ARG
    Scenario Outline: A description that is <what>
      Given a stored file "app/one.bin" of 100 bytes
      When the client copies "app/one.bin" to "copy/one.bin" with the description <description>
      Then the copy is refused

      Examples:
        | what      | description                                                    |
        | cut off   | {"RemoteSource":"SOURCE","RemoteDestination":"DESTINATION"     |
        | text      | copy SOURCE to DESTINATION                                     |

    @oracle
    Scenario: Nothing is copied
      Given a stored file "app/one.bin" of 100 bytes
      When the client copies "app/one.bin" to "copy/one.bin" with the description {"RemoteSource":"SOURCE","RemoteDestination":"DESTINATION"
      Then there is no file "copy/one.bin"

  @CPY-06 @level:MUST @source:implied @needs:copy @oracle @explained-by:CPY-01
  Rule: CPY-06 A copy replaces what is at its destination

    Derivation: success says that the content is copied, and one path holds one file. A destination that keeps its old
    file, or some of its bytes, is not the copy that was promised.

    @by-size @stores:256KiB
    Scenario Outline: <old> by <new>
      Given a stored file "app/one.bin" of <new>
      And a stored file "copy/one.bin" of <old>
      When the client copies "app/one.bin" to "copy/one.bin"
      Then the copy is accepted
      And "copy/one.bin" is the file that was stored as "app/one.bin"

      Examples:
        | old          | new       |
        | 100 bytes    | 100 bytes |
        | 100 bytes    | 300 bytes |
        | 300 bytes    | 100 bytes |
        | 100000 bytes | 1 byte    |

    @by-size
    Scenario: Copied again after the file has changed
      Given a stored file "app/one.bin" of 300 bytes
      And "app/one.bin" has been copied to "copy/one.bin"
      And a stored file "app/one.bin" of 100 bytes
      When the client copies "app/one.bin" to "copy/one.bin"
      Then "copy/one.bin" is the file that was last stored as "app/one.bin"

    @needs:upload-file @by-size
    Scenario: The files of a folder
      Given the stored files
        | app/one.bin       | 100 bytes |
        | app/code/two.bin  | 200 bytes |
        | app/code/_.dir    | 0 bytes   |
        | app/_.dir         | 0 bytes   |
        | copy/one.bin      | 300 bytes |
        | copy/code/two.bin | 400 bytes |
      When the client copies "app" to "copy"
      Then the copy is accepted
      And "copy/one.bin" is the file that was stored as "app/one.bin"
      And "copy/code/two.bin" is the file that was stored as "app/code/two.bin"
