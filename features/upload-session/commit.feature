Feature: Committing a session

  Nothing is published until the client says so. A commit makes the whole file visible under its path at once, and replaces
  what was there.

  @COM-01 @level:MUST @source:documented @oracle @explained-by:CHK-17
  Rule: COM-01 An upload completes only by an explicit commit

    Source: Commit Image Store Upload Session. Receiving the last byte does not publish; a client may yet delete the
    session.

    Scenario: All bytes of a new file, not committed
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49, 50-99
      Then there is no stored file

    Scenario: All bytes of a new file in one chunk, not committed
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-99
      Then there is no stored file

  @COM-02 @level:MUST @source:documented @explained-by:COM-01 @explained-by:VER-02 @explained-by:URI-03
  Rule: COM-02 The commit of a complete session is answered 200 and makes the file visible

    Source: Commit Image Store Upload Session, "A successful operation will return 200 status code".

    Scenario: A complete session is committed
      Given an upload session for a file of 100 bytes
      And all its bytes have been uploaded
      When the client commits the session
      Then the answer is 200

    @oracle @by-size
    Scenario: The file is visible under its path
      Given an upload session for a file of 100 bytes
      And all its bytes have been uploaded
      When the client commits the session
      Then the stored file is the uploaded one

    @oracle @by-size
    Scenario: Other files are as they were
      Given a stored file of 100 bytes
      And another session, at another path, for a file of 200 bytes
      And all its bytes have been uploaded
      When the client commits the session
      Then the stored file is the uploaded one
      And the file stored before is still the old one

    @oracle
    Scenario Outline: A file whose name is <name>, if it is accepted
      Given an upload session for a file of 100 bytes named "<name>"
      When the client uploads bytes 0-99
      And the client commits the session
      Then the commit is refused, or the file is stored under its own name

      Examples:
        | name          |
        | read me.txt   |
        | 包裹.bin        |
        | box-📦.bin     |

      @profile:strict-http @about:URI-11
      Examples: decoded once
        | name          |
        | 50%20off.txt  |

    @oracle
    Scenario: A file whose name has 100 characters, if it is accepted
      Given an upload session for a file of 100 bytes named "a-name-of-one-hundred-characters-012345678901234567890123456789012345678901234567890123456789012.txt"
      When the client uploads bytes 0-99
      And the client commits the session
      Then the commit is refused, or the file is stored under its own name

  @COM-03 @level:MUST @source:documented @oracle @by-size @explained-by:COM-01 @explained-by:CHK-17 @explained-by:CHK-04
  Rule: COM-03 An existing file is replaced at the commit, not before

    Source: "it will be overwritten when the upload session commits".

    @stores:256KiB
    Scenario Outline: <old> by <new>, after the commit
      Given a stored file of <old>
      And an upload session for a file of <new> at the same path
      And all its bytes have been uploaded
      When the client commits the session
      Then the stored file is the uploaded one

      Examples:
        | old          | new          |
        | 100 bytes    | 100 bytes    |
        | 100 bytes    | 300 bytes    |
        | 300 bytes    | 100 bytes    |
        | 2 bytes      | 1 byte       |
        | 100000 bytes | 1 byte       |
        | 70000 bytes  | 65000 bytes  |

    Scenario Outline: <old> by <new>, before the commit
      Given a stored file of <old>
      And an upload session for a file of <new> at the same path
      When the client uploads the file in chunks of 50 bytes
      Then the stored file is still the old one

      Examples:
        | old       | new       |
        | 100 bytes | 100 bytes |
        | 100 bytes | 300 bytes |
        | 300 bytes | 100 bytes |

    Scenario: Three times in a row
      Given a stored file of 100 bytes
      And a file of 250 bytes has replaced it
      And an upload session for a file of 50 bytes at the same path
      And all its bytes have been uploaded
      When the client commits the session
      Then the stored file is the uploaded one

  @COM-04 @level:MUST @source:documented @answer:service-fabric=400-ARG
  Rule: COM-04 A commit is refused while bytes are missing

    Source: Commit Image Store Upload Session and the expected ranges of a session: a file with holes is not the file that
    was uploaded.

    Scenario Outline: A gap <where>
      Given an upload session for a file of 100 bytes
      And bytes <received> have been uploaded
      When the client commits the session
      Then the commit is refused

      Examples:
        | where                              | received         |
        | at the start                       | 10-99            |
        | inside                             | 0-39 and 60-99   |
        | at the end                         | 0-89             |
        | of one byte at the start           | 1-99             |
        | of one byte inside                 | 0-49 and 51-99   |
        | of one byte at the end             | 0-98             |
        | twice                              | 0-19 and 40-59 and 80-99 |
        | with both ends there               | 0-0 and 99-99    |
        | with the last byte alone there     | 99-99            |
        | with the first byte alone there    | 0-0              |

    @about:CHK-05 @about:CHK-06
    Scenario Outline: A gap hidden by <what>
      Given an upload session for a file of 100 bytes
      And bytes <received> have been uploaded
      When the client uploads bytes <again> again
      And the client commits the session
      Then the commit is refused

      Examples:
        | what                             | received       | again  |
        | a duplicate that makes up for it | 0-49           | 0-49   |
        | an overlap that makes up for it  | 0-59           | 20-59  |
        | a duplicate of the last chunk    | 0-24 and 50-99 | 75-99  |

    @stores:128KiB
    Scenario: A gap in a large file
      Given an upload session for a file of 100000 bytes
      And bytes 0-65535 and 65537-99999 have been uploaded
      When the client commits the session
      Then the commit is refused

    Scenario: Another gap than the one that a commit was refused for
      Given an upload session for a file of 100 bytes
      And bytes 0-39 have been uploaded
      When the client commits the session
      And the client uploads bytes 60-99
      And the client commits the session
      Then the commit is refused

    @oracle @needs:get-session @about:CHK-03 @about:CHK-13 @about:CHK-17 @stores:1MiB
    Scenario: While the last chunk is on its way
      When a session for 30000 bytes is committed while its last chunk 10000-19999 is on its way
      Then the commit is refused each time or publishes the whole file

  @COM-05 @level:MUST @source:implied @explained-by:CHK-10 @explained-by:COM-04 @explained-by:CHK-03
  Rule: COM-05 After a commit refused for a gap the session is intact

    Derivation: the upload is resumable; a client that commits too early sends the rest and commits again.

    Scenario: What is expected is as before
      Given an upload session for a file of 100 bytes
      And bytes 0-39 and 60-99 have been uploaded
      And a commit has been refused
      When the client asks for the session
      Then the session still expects bytes 40-59

    Scenario: The rest is accepted and the session committed
      Given an upload session for a file of 100 bytes
      And bytes 0-69 have been uploaded
      And a commit has been refused
      When the client uploads bytes 70-99
      And the client commits the session
      Then every chunk is accepted
      And the commit is accepted

    Scenario: The same after the fifth refusal
      Given an upload session for a file of 100 bytes
      And bytes 0-69 have been uploaded
      And a commit has been refused
      And a commit has been refused
      And a commit has been refused
      And a commit has been refused
      And a commit has been refused
      When the client uploads bytes 70-99
      And the client commits the session
      Then every chunk is accepted
      And the commit is accepted

    @oracle @needs:get-session @about:CHK-13 @stores:1MiB
    Scenario: A commit that came while the last chunk was on its way
      When a session for 30000 bytes is committed while its last chunk 10000-19999 is on its way
      Then what was not committed can be completed each time

    @oracle
    Scenario: The file is whole in the end
      Given an upload session for a file of 100 bytes
      And bytes 0-69 have been uploaded
      And a commit has been refused
      When the client uploads bytes 70-99
      And the client commits the session
      Then the stored file is the uploaded one

    @needs:get-session @stores:1MiB
    Scenario: While the last chunk is on its way, what is accepted stays
      When a session for 30000 bytes is committed while its last chunk 10000-19999 is on its way
      Then a refused commit leaves the session with the chunk if that was accepted, and without it if not

  @COM-06 @level:MUST @source:implied @answer:service-fabric=400-ARG @answer:strict-http=404 @explained-by:DEL-01 @explained-by:CHK-17 @explained-by:COM-01
  Rule: COM-06 The commit of a session that does not exist is refused

    Derivation: an answer of success would tell the client that its file is there.

    Scenario: An id that was never used
      Given an upload session for a file of 100 bytes
      When the client commits the session
      Then the commit is refused

    @needs:delete-session
    Scenario: A complete session that was deleted
      Given an upload session for a file of 100 bytes
      And bytes 0-99 have been uploaded
      And the session has been deleted
      When the client commits the session
      Then the commit is refused

    @needs:delete-session @oracle @about:DEL-02
    Scenario: Nothing is published by the commit of a deleted session
      Given an upload session for a file of 100 bytes
      And bytes 0-99 have been uploaded
      And the session has been deleted
      When the client commits the session
      Then there is no stored file

  @COM-07 @level:MUST @source:implementation @profile:service-fabric @answer:service-fabric=400-ARG @explained-by:SID-03 @explained-by:SID-04 @explained-by:SID-07
  Rule: COM-07 A commit without a usable session id is refused

    Source: the checks of the store. The same as SID-03, SID-04 and SID-07 for this operation (ruling 23).

    Scenario: No id
      Given a session for 100 bytes that is complete
      When the client sends a commit with no session id
      Then the commit is refused

    Scenario Outline: <what>
      Given a session for 100 bytes that is complete
      When the client sends a commit with the session id "<id>"
      Then the commit is refused

      Examples:
        | what            | id                                   |
        | An empty id     |                                      |
        | A digit too few | 6a09e667-bb67-4ae8-bc6e-372fe94f82b  |
        | The nil UUID    | 00000000-0000-0000-0000-000000000000 |

  @COM-08 @level:MUST @source:implied @answer:service-fabric=400-ARG @explained-by:COM-04 @explained-by:COM-06 @explained-by:CHK-13
  Rule: COM-08 The joined bytes must amount to the declared length

    Derivation: a session of 100 bytes cannot be complete when fewer were sent. The server may refuse the chunk or the
    commit; it must not publish.

    Scenario Outline: A body of <sent> bytes for the range <range>
      Given an upload session for a file of 100 bytes
      When the client uploads a body of <sent> bytes as bytes <range>
      And the client uploads bytes <rest>
      And the client commits the session
      Then the commit is refused

      Examples:
        | sent | range | rest  |
        | 49   | 0-49  | 50-99 |
        | 1    | 0-49  | 50-99 |
        | 49   | 50-99 | 0-49  |
        | 0    | 50-99 | 0-49  |
        | 0    | 0-49  | 50-99 |

    @oracle
    Scenario: Nothing is published by a commit that is refused for it
      Given an upload session for a file of 100 bytes
      When the client uploads a body of 49 bytes as bytes 0-49
      And the client uploads bytes 50-99
      And the client commits the session
      Then the commit is refused
      And nothing is stored at its path

    @profile:strict-http
    Scenario Outline: A body of <sent> bytes for <range> made up for by one of <more> for <rest>
      Given an upload session for a file of 100 bytes
      When the client uploads a body of <sent> bytes as bytes <range>
      And the client uploads a body of <more> bytes as bytes <rest>
      And the client commits the session
      Then the commit is refused

      Examples:
        | sent | range | more | rest  |
        | 40   | 0-49  | 60   | 50-99 |
        | 40   | 50-99 | 60   | 0-49  |

    @profile:service-fabric
    Scenario Outline: A body of <sent> bytes, too long for the range <range>
      Given an upload session for a file of 100 bytes
      When the client uploads a body of <sent> bytes as bytes <range>
      And the client uploads bytes <rest>
      And the client commits the session
      Then the commit is refused

      Examples:
        | sent | range | rest  |
        | 51   | 0-49  | 50-99 |
        | 80   | 50-99 | 0-49  |

    @oracle @profile:documented @profile:strict-http
    Scenario Outline: A body of <sent> bytes, more than the range <range>
      Given an upload session for a file of 100 bytes
      When the client uploads a body of <sent> bytes as bytes <range>
      And the client uploads bytes <rest>
      And the client commits the session
      Then the commit is refused, or the stored file is the uploaded one

      Examples:
        | sent | range | rest  |
        | 51   | 0-49  | 50-99 |
        | 80   | 0-49  | 50-99 |
        | 51   | 50-99 | 0-49  |

  @COM-09 @level:MUST @source:implementation @profile:service-fabric @profile:strict-http @explained-by:COM-02 @explained-by:QRY-08 @explained-by:COM-06
  Rule: COM-09 A second commit in a row is a success, or there is nothing left to commit

    Source: the file store, whose published file remembers the upload that made it. A client whose answer was lost asks
    again. A strict server declares whether it knows the session still (protocol page, section 12).

    @profile:service-fabric
    Scenario: The session is committed again
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client commits the session
      Then the answer is 200

    @profile:service-fabric
    Scenario: The session is committed a third time
      Given a session for 100 bytes that is complete
      And the session has been committed
      And the session has been committed
      When the client commits the session
      Then the answer is 200

    @profile:strict-http
    Scenario: The session is committed again, and known still or not
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client commits the session
      Then the answer is 200 or 404

    @oracle
    Scenario: The file is what it was
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client commits the session
      Then the stored file is the uploaded one

  @COM-10 @level:MAY @source:implementation @profile:service-fabric @oracle @explained-by:COM-03
  Rule: COM-10 A commit after another upload has replaced the file may bring the old file back

    Source: the file store, which joins the pieces again. Whether it does is its own affair; the file is one of the two.

    @level:MUST
    Scenario: The first session is committed again
      Given a session for 100 bytes that is complete
      And the session has been committed
      And a file of 250 bytes has replaced it
      When the client commits the first session
      Then the stored file is one of them, whole

  @COM-11 @level:MUST @source:implementation @profile:service-fabric @answer:service-fabric=400-ARG @explained-by:COM-06 @explained-by:COM-09 @explained-by:DEL-05
  Rule: COM-11 A second commit after the session was deleted is refused

    Source: the gateway, which asks for the session first. The same as COM-06 (ruling 23).

    @needs:delete-session
    Scenario: Committed, deleted and committed
      Given a session for 100 bytes that is complete
      And the session has been committed
      And the session has been deleted
      When the client commits the session
      Then the commit is refused

    @oracle @needs:delete-session
    Scenario: The file is what it was
      Given a session for 100 bytes that is complete
      And the session has been committed
      And the session has been deleted
      When the client commits the session
      Then the stored file is the uploaded one

    @clock @needs:get-session
    Scenario: Committed, expired and committed
      Given a session for 100 bytes that is complete
      And the session has been committed
      And the session has expired
      When the client commits the session
      Then the commit is refused

  @COM-12 @level:MUST @source:implementation @profile:service-fabric @answer:service-fabric=400-ARG @explained-by:COM-04
  Rule: COM-12 A zero-length file can never be committed

    Source: the gateway, which commits nothing while a range is expected, and the store, which expects bytes 0-0 of an empty
    file for ever. Plain upload makes such a file.

    @needs:get-session
    Scenario: Its session expects a byte for ever
      Given an upload session for a file of 0 bytes
      When the client uploads 0 bytes under Content-Range "bytes 0-0/0"
      Then the chunk is accepted
      And the session still expects bytes 0-0

    Scenario: Its chunk may be sent again
      Given an upload session for a file of 0 bytes
      And its empty chunk has been uploaded
      When the client uploads 0 bytes under Content-Range "bytes 0-0/0"
      Then the answer is 200

    Scenario: Its commit
      Given an upload session for a file of 0 bytes
      And its empty chunk has been uploaded
      When the client commits the session
      Then the commit is refused

  @COM-13 @level:MUST @source:implied @oracle @explained-by:COM-03 @explained-by:CHK-17 @explained-by:COM-01 @explained-by:CHK-03 @explained-by:COM-16
  Rule: COM-13 Readers see the old or the new file, never a mixture

    Derivation: the file "will be overwritten when the upload session commits": at one moment, not piece by piece.

    @stores:24MiB
    Scenario: Reading while a file is replaced
      Given a stored file of 5 MiB
      When it is replaced 2 times by files of 5 to 5 MiB while others read it
      Then every reader has seen one whole file

    @stores:24MiB
    Scenario: Reading while a file is replaced by shorter and longer ones
      Given a stored file of 5 MiB
      When it is replaced 2 times by files of 3 to 6 MiB while others read it
      Then every reader has seen one whole file

    @level:SHOULD @needs:upload-file @about:PUT-03 @stores:12MiB
    Scenario: Reading while a file is replaced by a plain upload
      Given a stored file of 5 MiB
      When it is replaced by a plain upload of 5 MiB while others read it
      Then every reader has seen one whole file

    @level:SHOULD @needs:copy @about:CPY-06 @stores:12MiB
    Scenario: Reading while a file is replaced by a copy
      Given a stored file of 5 MiB
      When it is replaced by a copy of 5 MiB while others read it
      Then every reader has seen one whole file

    @needs:delete-session @stores:1MiB @about:COM-06 @about:DEL-02 @about:DEL-05
    Scenario: Committed and deleted at once
      When a complete session for 50000 bytes over a stored file is committed and deleted at once
      Then the stored file is the one that the answers explain

  @COM-15 @level:MUST @source:implied @oracle @by-size @explained-by:COM-04 @explained-by:COM-08 @explained-by:CHK-17 @explained-by:COM-03
  Rule: COM-15 A failed commit leaves the old file as it was

    Derivation: a refusal changes nothing; a file that was there and whole must not be lost to an upload that was not.

    Scenario Outline: With a gap <where>
      Given a stored file of 100 bytes
      And an upload session for a file of 100 bytes at the same path
      And bytes <received> have been uploaded
      And a commit has been refused
      When the stored file is read
      Then the stored file is still the old one

      Examples:
        | where        | received       |
        | at the start | 10-99          |
        | inside       | 0-39 and 60-99 |
        | at the end   | 0-89           |

    Scenario Outline: With a body of <sent> bytes for the range <range>
      Given a stored file of 100 bytes
      And an upload session for a file of 100 bytes at the same path
      When the client uploads a body of <sent> bytes as bytes <range>
      And the client uploads bytes <rest>
      And the client commits the session
      Then the commit is refused
      And the file stored before is still the old one

      Examples:
        | sent | range | rest  |
        | 49   | 0-49  | 50-99 |
        | 0    | 50-99 | 0-49  |

  @COM-16 @level:MUST @source:implied @oracle @by-size @explained-by:CHK-10 @explained-by:SID-12 @explained-by:CHK-17 @explained-by:COM-01 @explained-by:COM-03
  @explained-by:CHK-03
  Rule: COM-16 Of two sessions on one path each commits its own file; the last commit wins

    Derivation: one path holds one file, and each session keeps track of the chunks of its own.

    Scenario: The first is committed
      Given two upload sessions for files of 100 bytes at one path
      And both have been uploaded in turn
      When the client commits the first session
      Then the stored file is that of the first session

    Scenario: The second is committed
      Given two upload sessions for files of 100 bytes at one path
      And both have been uploaded in turn
      When the client commits the second session
      Then the stored file is that of the second session

    Scenario: The second after the first
      Given two upload sessions for files of 100 bytes at one path
      And both have been uploaded in turn
      When the client commits the first session
      And the client commits the second session
      Then every commit is accepted
      And the stored file is that of the second session

    Scenario: The first after the second
      Given two upload sessions for files of 100 bytes at one path
      And both have been uploaded in turn
      When the client commits the second session
      And the client commits the first session
      Then every commit is accepted
      And the stored file is that of the first session

  @COM-17 @level:MAY @source:implementation @oracle @explained-by:COM-16 @explained-by:COM-13 @explained-by:COM-02 @explained-by:COM-15
  Rule: COM-17 Of commits to one path at once, or above and below each other, the loser may fail

    Source: the file store, which refuses an operation while another on the same path is pending. Who loses is free; one
    wins, and what is stored is a whole file of one that did.

    @level:MUST @stores:1MiB
    Scenario: One session, committed by three requests
      When a complete session for 20000 bytes is committed by 3 requests at once
      Then at least one commit succeeds each time, and the file is whole

    @level:MUST @stores:1MiB
    Scenario: Two sessions at one path
      When two complete sessions for 20000 bytes at one path are committed at once
      Then at least one commit succeeds each time, and the file is whole

    @level:MUST
    Scenario: A path and one below it
      When complete sessions for 1000 bytes at a path and at one below it are committed at once
      Then one of the files is stored each time, and each whole or not at all

  @COM-18 @level:MAY @source:implementation @oracle @needs:delete @needs:upload-chunk @needs:commit
  @explained-by:GET-08 @explained-by:COM-17 @explained-by:COM-13 @explained-by:COM-02
  Rule: COM-18 A commit while the folder or the file is deleted may be refused

    Source: the file store, in which the deletion of a folder is in conflict with what is being written below. Either may
    come first or fail; a file is there whole or not at all, and the answers tell which.

    @level:MUST @stores:1MiB
    Scenario: The folder above is deleted
      When a complete session for 20000 bytes in a folder is committed while the folder is deleted
      Then each file of the folder is stored whole or not at all, as the answers explain

    @level:MUST @needs:get-session @stores:1MiB
    Scenario: The folder after its deletion met a commit
      When a complete session for 20000 bytes in a folder is committed while the folder is deleted
      Then the folder takes files as before

    @level:MUST @stores:1MiB
    Scenario: The file at the path is deleted
      When a complete session for 20000 bytes over a stored file is committed while that file is deleted
      Then the stored file is the one that the answers explain

  @COM-19 @level:MUST @source:implementation @profile:service-fabric @explained-by:COM-02
  Rule: COM-19 The body of a commit is ignored, up to 4 MiB

    Source: the HTTP server of the gateway, which reads the body of a POST before anything looks at the request.

    Scenario: A short body
      Given a session for 100 bytes that is complete
      When the client sends a commit with a body of 100 bytes
      Then the answer is 200

    @oracle
    Scenario: A short body does not become the file
      Given a session for 100 bytes that is complete
      When the client sends a commit with a body of 100 bytes
      Then the stored file is the uploaded one

    @stores:6MiB
    Scenario: A body beyond the limit
      Given a session for 100 bytes that is complete
      When the client sends a commit with a body of 5 MiB
      Then the answer is 413 FABRIC_E_MESSAGE_TOO_LARGE

  @COM-21 @level:MUST @source:implementation @profile:service-fabric @oracle @explained-by:COM-02
  Rule: COM-21 A commit makes folders, but no mark files

    Source: the file store. The mark file says that a folder is complete, which only the client knows.

    Scenario: A file in new folders
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the stored file is read
      Then there is no mark file beside it or above
