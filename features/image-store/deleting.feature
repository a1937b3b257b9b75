Feature: Deleting what is stored

  @GET-08 @level:MUST @source:documented @needs:delete
  Rule: GET-08 DELETE removes a file, or a folder with all that is in it

    Source: Delete Image Store Content, "A successful operation will return 200 status code".

    Scenario: Deleting a file is answered 200
      Given a stored file "app/one.bin" of 100 bytes
      When the client deletes "app/one.bin"
      Then the answer is 200

    Scenario: Deleting a folder is answered 200
      Given the stored files
        | app/one.bin      | 100 bytes |
        | app/code/two.bin | 200 bytes |
      When the client deletes "app"
      Then the answer is 200

    @oracle
    Scenario: The file is gone
      Given a stored file "one.bin" of 100 bytes
      When the client deletes "one.bin"
      Then there is no file "one.bin"

    @needs:upload-file @oracle
    Scenario: A file that was uploaded at once is gone
      Given a file "one.bin" of 100 bytes has been put
      When the client deletes "one.bin"
      Then there is no file "one.bin"

    @oracle @by-size
    Scenario: The other files of its folder are left
      Given the stored files
        | app/one.bin      | 100 bytes |
        | app/one.bin.old  | 200 bytes |
        | app/one          | 300 bytes |
        | app/code/one.bin | 400 bytes |
      When the client deletes "app/one.bin"
      Then of the stored files only "app/one.bin.old", "app/one", "app/code/one.bin" are left

    @oracle @by-size
    Scenario: All that is in a folder is gone, and nothing else
      Given the stored files
        | app/one.bin             | 100 bytes |
        | app/code/two.bin        | 200 bytes |
        | app/code/deep/three.bin | 300 bytes |
        | app2/four.bin           | 400 bytes |
        | app.bin                 | 500 bytes |
        | other/app/five.bin      | 600 bytes |
      When the client deletes "app"
      Then of the stored files only "app2/four.bin", "app.bin", "other/app/five.bin" are left

    @oracle
    Scenario: A folder with many files and folders
      Given the stored files
        | app/a.bin     | 10 bytes |
        | app/b.bin     | 10 bytes |
        | app/c.bin     | 10 bytes |
        | app/d.bin     | 10 bytes |
        | app/e.bin     | 10 bytes |
        | app/f.bin     | 10 bytes |
        | app/g/g.bin   | 10 bytes |
        | app/h/h.bin   | 10 bytes |
        | app/i/i.bin   | 10 bytes |
        | app/j/j/j.bin | 10 bytes |
        | app/j/k/k.bin | 10 bytes |
        | kept.bin      | 20 bytes |
      When the client deletes "app"
      Then of the stored files only "kept.bin" is left

    @oracle @by-size
    Scenario: A folder inside a folder
      Given the stored files
        | app/one.bin       | 100 bytes |
        | app/co/two.bin    | 200 bytes |
        | app/code/four.bin | 300 bytes |
      When the client deletes "app/co"
      Then of the stored files only "app/one.bin", "app/code/four.bin" are left

    @needs:upload-file @oracle @by-size
    Scenario: A folder with a mark file
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/_.dir   | 0 bytes   |
        | two.bin     | 200 bytes |
      When the client deletes "app"
      Then of the stored files only "two.bin" is left

    @oracle
    Scenario: A name with blanks
      Given a stored file "my app/read me.txt" of 100 bytes, if its name is accepted
      When the client deletes "my app/read me.txt"
      Then there is no file "my app/read me.txt"

    @needs:upload-chunk @needs:commit @oracle @by-size
    Scenario: A file of that name can be stored again
      Given a stored file "app/one.bin" of 100 bytes
      And "app/one.bin" has been deleted
      And an upload session for a file "app/one.bin" of 300 bytes
      And all its bytes have been uploaded
      When the client commits the session
      Then the stored file is the uploaded one

    @needs:upload-chunk @needs:commit @oracle @by-size
    Scenario: A folder of that name can be filled again
      Given a stored file "app/one.bin" of 100 bytes
      And "app" has been deleted
      And an upload session for a file "app/one.bin" of 300 bytes
      And all its bytes have been uploaded
      When the client commits the session
      Then the stored file is the uploaded one

    @needs:upload-file @oracle @by-size
    Scenario: A file of that name can be put again
      Given a stored file "app/one.bin" of 100 bytes
      And "app/one.bin" has been deleted
      When the client puts a file "app/one.bin" of 300 bytes
      Then the upload is accepted
      And the stored file is the uploaded one

    @needs:list @about:GET-01
    Scenario: A deleted file is no longer listed
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/two.bin | 200 bytes |
      When the client deletes "app/one.bin"
      And the client lists "app"
      Then the listing shows exactly
        | file | app/two.bin |

    @needs:list @about:GET-01
    Scenario: A deleted folder is no longer listed
      Given the stored files
        | app/code/one.bin | 100 bytes |
        | app/two.bin      | 200 bytes |
      When the client deletes "app/code"
      And the client lists "app"
      Then the listing shows exactly
        | file | app/two.bin |

  @GET-09 @level:MUST @source:implementation @profile:service-fabric @needs:delete
  Rule: GET-09 Deleting what is not there is a success

    Source: the store turns "absent" into success, so that a deletion can be repeated.

    Scenario: A path where nothing ever was
      When the client deletes "nowhere"
      Then the answer is 200

    Scenario: A file that was deleted before
      Given a stored file "app/one.bin" of 100 bytes
      And "app/one.bin" has been deleted
      When the client deletes "app/one.bin"
      Then the answer is 200

    @oracle @by-size
    Scenario: The beginning of a name deletes nothing
      Given a stored file "app/one.bin" of 100 bytes
      When the client deletes "ap"
      Then "app/one.bin" is the file that was stored as "app/one.bin"

  @GET-10 @level:MUST @source:implementation @profile:service-fabric @needs:delete @needs:list
  Rule: GET-10 The folders of the cluster itself cannot be deleted

    Source: "Store" and "WindowsFabricStore", in any case, are reserved. A deletion that is carried out would cost a real
    cluster its applications, so it is tried only where no such folder exists.

    Scenario Outline: The folder <which>
      When the client tries to delete the reserved folder "<name>"
      Then the answer is 400 FABRIC_E_IMAGEBUILDER_RESERVED_DIRECTORY_ERROR

      Examples:
        | which                              | name               |
        | of the store                       | Store              |
        | of the store in another case       | sTORE              |
        | of the system                      | WindowsFabricStore |
        | of the system in another case      | windowsfabricstore |

  @GET-11 @level:MUST @source:implementation @profile:service-fabric @profile:strict-http @needs:delete @needs:list-root
  @explained-by:HTTP-02
  Rule: GET-11 The root cannot be deleted

    Source: the gateway has no route for it. It is tried only where the root holds nothing but what the run itself has
    stored, after everything else.

    @last @answer:service-fabric=400-ARG @answer:strict-http=404,405
    Scenario: The root
      When the client tries to delete the root
      Then the deletion is refused
