Feature: Uploading a file at once

  One PUT stores one file. That is how small files come into the store, and the mark files that say of a folder that it is
  complete.

  @PUT-01 @level:MUST @source:documented @needs:upload-file @explained-by:VER-02 @explained-by:URI-03
  Rule: PUT-01 A plain upload stores the body as the whole file

    Source: Upload File. What the number of the answer has to be is told by PUT-04.

    Scenario: A new file is accepted
      When the client puts a file "new.bin" of 100 bytes
      Then the upload is accepted

    @oracle @by-size
    Scenario Outline: A file of <size>
      When the client puts a file "new.bin" of <size>
      Then the upload is accepted
      And the stored file is the uploaded one

      Examples:
        | size        |
        | 1 byte      |
        | 100 bytes   |

      @stores:2MiB
      Examples:
        | size          |
        | 65537 bytes   |
        | 1048577 bytes |

    @oracle @by-size @stores:6MiB
    Scenario: A file of 5 MiB, if it is accepted
      When the client puts a file "large.bin" of 5 MiB
      Then the file is stored whole, or the upload is refused and nothing is stored

    @oracle @by-size
    Scenario: A file in folders that do not exist yet
      When the client puts a file "a/b/c/d/e/new.bin" of 100 bytes
      Then the upload is accepted
      And the stored file is the uploaded one

    @oracle @by-size
    Scenario: A file in chunked coding
      When the client puts a file "new.bin" of 2500 bytes in chunked coding
      Then the file is stored whole, or the upload is refused and nothing is stored

    @oracle
    Scenario Outline: Content that <looks>
      When the client puts a file "new.bin" whose content <looks>
      Then the upload is accepted
      And the stored file is the uploaded one

      Examples:
        | looks                          |
        | is text with CRLF line ends    |
        | is text with LF line ends      |
        | starts with a byte order mark  |
        | looks like a gzip stream       |
        | is not valid UTF-8             |
        | has every byte value           |
        | looks like chunked coding      |
        | looks like multipart form data |
        | looks like percent-encoding    |
        | ends in blanks                 |

    @oracle @by-size
    Scenario Outline: A file whose connection is lost <where>
      Given a path where nothing is stored
      When the connection is lost <where> of a plain upload of 1000 bytes there
      Then nothing comes to be stored at its path

      Examples:
        | where                |
        | after the first byte |
        | before the last byte |

    @oracle @by-size
    Scenario: Other files are as they were
      Given the stored files
        | app/one.bin     | 100 bytes |
        | app/new.bin.old | 200 bytes |
        | new.bin         | 300 bytes |
      When the client puts a file "app/new.bin" of 150 bytes
      Then "app/new.bin" is the file that was stored as "app/new.bin"
      And "app/one.bin" is the file that was stored as "app/one.bin"
      And "app/new.bin.old" is the file that was stored as "app/new.bin.old"
      And "new.bin" is the file that was stored as "new.bin"

    @oracle @by-size
    Scenario Outline: A name <with>, if it is accepted
      When the client puts a file "<name>" of 100 bytes
      Then the file is stored whole, or the upload is refused and nothing is stored

      Examples:
        | with                   | name                  |
        | with blanks            | my app/read me.txt    |
        | in other scripts       | пакет/包裹/main.bin     |
        | beyond the 16-bit characters | 📦/𝔸.bin         |
        | with signs of a query  | a&b=c+d/e;f,g.txt     |
        | with a hash            | a#b/c#d.txt           |
        | with dots and a dollar | a.b/c..d/$e/f$.txt    |
        | with 100 characters    | a-name-of-one-hundred-characters-012345678901234567890123456789012345678901234567890123456789012.txt |

      @profile:strict-http @about:URI-11
      Examples: decoded once
        | with                   | name                  |
        | with a percent sign    | 100%/50%20off.txt     |

  @PUT-02 @level:MUST @source:documented @needs:upload-file @explained-by:PUT-01
  Rule: PUT-02 A body of no bytes is a file of no bytes

    Source: Upload File. The mark file "_.dir", which says that a folder is complete, is empty; official clients write one
    into each folder.

    Scenario: A mark file is accepted
      When the client puts a file "app/_.dir" of 0 bytes
      Then the upload is accepted

    @oracle @by-size
    Scenario: A mark file without a word about its length, if it is accepted
      When the client puts a file "app/_.dir" with no body at all
      Then the file is stored whole, or the upload is refused and nothing is stored

    @oracle @by-size
    Scenario: A mark file is there
      When the client puts a file "app/_.dir" of 0 bytes
      Then the stored file is the uploaded one

    @oracle @by-size
    Scenario: An empty file is there
      When the client puts a file "app/empty.txt" of 0 bytes
      Then the stored file is the uploaded one

    @oracle @by-size @about:PUT-03
    Scenario: An empty file replaces another
      Given a file "app/empty.txt" of 100 bytes has been put
      When the client puts a file of 0 bytes in its place
      Then the stored file is the uploaded one

    @oracle @by-size @about:PUT-03
    Scenario: An empty file is replaced
      Given a file "app/empty.txt" of 0 bytes has been put
      When the client puts a file of 100 bytes in its place
      Then the stored file is the uploaded one

    @oracle @by-size
    Scenario: A mark file leaves the other files of its folder alone
      Given a stored file "app/one.bin" of 100 bytes
      When the client puts a file "app/_.dir" of 0 bytes
      Then "app/one.bin" is the file that was stored as "app/one.bin"

  @PUT-03 @level:MUST @source:implied @needs:upload-file @oracle @explained-by:PUT-01
  Rule: PUT-03 A plain upload replaces a file that exists

    Derivation: the body is "the whole file" at the path, and one path holds one file: what was there before is no part of
    it.

    @by-size
    Scenario Outline: <old> by <new>
      Given a file "file.bin" of <old> has been put
      When the client puts a file of <new> in its place
      Then the upload is accepted
      And the stored file is the uploaded one

      @stores:256KiB
      Examples:
        | old          | new          |
        | 100 bytes    | 100 bytes    |
        | 100 bytes    | 300 bytes    |
        | 300 bytes    | 100 bytes    |
        | 2 bytes      | 1 byte       |
        | 100000 bytes | 1 byte       |
        | 70000 bytes  | 65000 bytes  |

    @by-size
    Scenario: A file that was uploaded in a session
      Given a stored file "file.bin" of 300 bytes
      When the client puts a file of 100 bytes in its place
      Then the upload is accepted
      And the stored file is the uploaded one

    @by-size
    Scenario: Three times in a row
      Given a file "file.bin" of 100 bytes has been put
      And a file "file.bin" of 250 bytes has been put
      When the client puts a file of 50 bytes in its place
      Then the stored file is the uploaded one

    @by-size
    Scenario Outline: Not by a file whose connection is lost <where>
      Given a stored file of 100 bytes
      When the connection is lost <where> of a plain upload of 1000 bytes there
      Then the file stored before stays as it is

      Examples:
        | where                 |
        | before the first byte |
        | in the middle         |

    @needs:upload-chunk @needs:commit @by-size @about:COM-02 @about:COM-03
    Scenario: By the commit of a session in turn
      Given a file "file.bin" of 300 bytes has been put
      And an upload session for a file of 100 bytes at the same path
      And all its bytes have been uploaded
      When the client commits the session
      Then the stored file is the uploaded one

  @PUT-04 @level:MUST @level:documented=SHOULD @source:documented @source:http @needs:upload-file @explained-by:PUT-01
  Rule: PUT-04 The status tells success as the profile has it

    Source: Upload File, "A successful operation will return 200 status code". RFC 9110, 9.3.4, has 201 for a file that is
    new; a client that takes only 200 for success fails on that, which is why the documents' number is advice here.

    @profile:documented @profile:service-fabric
    Scenario: Creation
      When the client puts a file "new.bin" of 100 bytes
      Then the answer is 200

    @profile:documented @profile:service-fabric
    Scenario: Replacement
      Given a file "file.bin" of 100 bytes has been put
      When the client puts a file of 200 bytes in its place
      Then the answer is 200

    @profile:strict-http
    Scenario: Creation, by the book
      When the client puts a file "new.bin" of 100 bytes
      Then the answer is 201

    @profile:strict-http
    Scenario: Replacement, by the book
      Given a file "file.bin" of 100 bytes has been put
      When the client puts a file of 200 bytes in its place
      Then the answer is 200 or 204

    @profile:strict-http @needs:delete
    Scenario: Creation after a deletion, by the book
      Given a file "file.bin" of 100 bytes has been put
      And "file.bin" has been deleted
      When the client puts a file of 200 bytes in its place
      Then the answer is 201

  @PUT-05 @level:MUST @source:documented @profile:service-fabric @needs:upload-file @needs:copy @explained-by:CPY-02
  Rule: PUT-05 A folder counts as complete when its mark file is there

    Source: Upload File. The client uploads "_.dir" last; what copies the folder relies on it.

    Scenario: A folder that is marked is copied
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/_.dir   | 0 bytes   |
      When the client copies "app" to "copy"
      Then the answer is 200

    Scenario: The mark file of another folder does not count
      Given the stored files
        | app/one.bin     | 100 bytes |
        | app/sub/two.bin | 100 bytes |
        | app/sub/_.dir   | 0 bytes   |
        | app2/_.dir      | 0 bytes   |
      When the client copies "app" to "copy"
      Then the answer is 404 FABRIC_E_FILE_NOT_FOUND

    @needs:delete
    Scenario: A mark file that was deleted does not count
      Given the stored files
        | app/one.bin | 100 bytes |
        | app/_.dir   | 0 bytes   |
      And "app/_.dir" has been deleted
      When the client copies "app" to "copy"
      Then the answer is 404 FABRIC_E_FILE_NOT_FOUND

  @PUT-06 @level:MAY @source:implementation @profile:service-fabric @needs:upload-file @oracle @explained-by:PUT-01
  Rule: PUT-06 The size of a file may be unlimited

    Source: the gateway streams a PUT to disk; its limit of 4 MiB is one of POST and DELETE. Whatever a server takes, a
    file is stored whole or not at all.

    @level:MUST @by-size @stores:16MiB
    Scenario: A file well above the limit of other verbs
      When the client puts a file "large.bin" of 12 MiB
      Then the file is stored whole, or the upload is refused and nothing is stored

  @PUT-07 @level:MUST @source:implementation @profile:service-fabric @profile:strict-http @needs:upload-file @explained-by:HTTP-02
  Rule: PUT-07 A plain upload without a path is refused

    Source: the gateway has no route for it. There is no file to store it under.

    @answer:service-fabric=400-ARG @answer:strict-http=404,405
    Scenario: A file for the root itself
      When the client puts a file of 100 bytes at the root itself
      Then the upload is refused

  @PUT-08 @level:MUST @source:implied @needs:upload-file @needs:upload-chunk @needs:commit @explained-by:PUT-01 @explained-by:CHK-17
  @explained-by:CHK-03
  Rule: PUT-08 Plain uploads and open sessions at one path are independent

    Derivation: a session is addressed by its id and ends by a commit or a deletion; a plain upload is neither, and it is
    complete by itself.

    @needs:get-session
    Scenario: An open session expects what it expected
      Given a session for 200 bytes that holds 0-49
      When the client puts a file of 100 bytes in its place
      Then the upload is accepted
      And the session at that path still expects bytes 50-199

    @oracle @by-size
    Scenario: The file is visible while the session is open
      Given a session for 200 bytes that holds 0-49
      When the client puts a file of 100 bytes in its place
      Then the stored file is the uploaded one

    @oracle @by-size
    Scenario: The file is visible while a complete session is open
      Given a session for 200 bytes that is complete
      When the client puts a file of 100 bytes in its place
      Then the stored file is the uploaded one

    @oracle @by-size @about:COM-02 @about:COM-03
    Scenario: The session goes on and replaces the file
      Given a session for 200 bytes that holds 0-49
      When the client puts a file of 100 bytes in its place
      And the client uploads bytes 50-199 of the session and commits it
      Then the stored file is that of the session

    @about:COM-02
    Scenario: The commit of the session is accepted
      Given a session for 200 bytes that holds 0-49
      When the client puts a file of 300 bytes in its place
      And the client uploads bytes 50-199 of the session and commits it
      Then the commit is accepted

    @oracle @by-size @needs:delete-session @about:DEL-02
    Scenario: Deleting the session leaves the file
      Given a session for 200 bytes that is complete
      When the client puts a file of 100 bytes in its place
      And the client deletes the first session
      Then the stored file is the uploaded one
