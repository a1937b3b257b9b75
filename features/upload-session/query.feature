Feature: Asking for a session

  A client resumes by asking which bytes are still expected.

  @QRY-01 @level:MUST @source:documented @needs:get-session
  Rule: QRY-01 An open session is answered 200 with exactly one entry

    Source: Get Image Store Upload Session By Id.

    Scenario: A session with one chunk
      Given an upload session for a file of 100 bytes
      And bytes 0-49 have been uploaded
      When the client asks for the session
      Then the answer is 200 with exactly this session

    Scenario: A session beside others
      Given 4 upload sessions for files of 100 bytes
      And bytes 0-49 of each have been uploaded
      When the client asks for the session
      Then the answer is 200 with exactly this session

    Scenario: A session beside another at the same path
      Given two upload sessions for files of 100 bytes at one path
      And bytes 0-49 of each have been uploaded
      When the client asks for the session
      Then the answer is 200 with exactly this session

    Scenario: A session beside one whose id begins with the same
      Given two upload sessions for files of 100 and 100 bytes whose ids differ only in the last digit
      And bytes 0-49 of each have been uploaded
      When the client asks for the session
      Then the answer is 200 with exactly this session

    @about:SID-12
    Scenario: The first of two sessions at the same path
      Given two upload sessions for files of 100 bytes at one path
      And bytes 0-49 of each have been uploaded
      When the client asks for the first session
      Then the answer is 200 with exactly the first session

  @QRY-02 @level:MUST @source:documented @needs:get-session @explained-by:QRY-01
  Rule: QRY-02 A session is described by the fields of UploadSessionInfo

    Source: the model of UploadSessionInfo and its published examples. Typed clients read 64-bit numbers from strings.
    Here, any order of fields, further fields and any RFC 3339 date will do; a server that stands in for the real one writes
    what that writes.

    Scenario: An open session
      Given an upload session for a file of 100 bytes
      And bytes 10-19 have been uploaded
      When the client asks for the session
      Then the session is described by the documented fields

    @declares:5GiB @about:CR-29
    Scenario: A session for a large file
      Given an upload session for a declared length of 5000000000 bytes
      And bytes 10-19 have been uploaded
      When the client asks for the session
      Then the session is described by the documented fields

    @profile:service-fabric
    Scenario Outline: As the runtime writes it, after bytes <sent>
      Given an upload session for a file of 100 bytes
      And bytes <sent> have been uploaded
      When the client asks for the session
      Then the session is written as the runtime writes it

      Examples:
        | sent  |
        | 10-19 |
        | 0-99  |

    @profile:service-fabric @about:SID-09
    Scenario: As the runtime writes it, though its id was sent in upper case
      Given an upload session for a file of 100 bytes with an id in upper case
      And bytes 0-49 have been uploaded
      When the client asks for the session
      Then the session is written as the runtime writes it

    @last @about:QRY-04
    Scenario: Every description of the run
      Then every session that the run has read was described by the documented fields

  @QRY-03 @level:MUST @source:documented @needs:get-session @explained-by:QRY-01
  Rule: QRY-03 A session lists the bytes that it still lacks

    Source: ExpectedRanges of UploadSessionInfo. The set of missing bytes is binding; that the list is ascending, disjoint
    and maximal is a warning in the documented profile.

    Scenario Outline: After bytes <sent>
      Given an upload session for a file of 100 bytes
      And bytes <sent> have been uploaded
      When the client asks for the session
      Then the session still expects bytes <missing>

      Examples:
        | sent          | missing         |
        | 0-49          | 50-99           |
        | 50-99         | 0-49            |
        | 10-19         | 0-9 and 20-99   |
        | 0-0           | 1-99            |
        | 99-99         | 0-98            |
        | 0-98          | 99-99           |
        | 1-99          | 0-0             |
        | 0-9 and 90-99 | 10-89           |
        | 90-99 and 0-9 | 10-89           |

      @about:CHK-03 @about:CHK-04 @about:CHK-10
      Examples: many
        | sent          | missing         |
        | 50-59 and 10-19 and 80-89 and 30-39 | 0-9 and 20-29 and 40-49 and 60-79 and 90-99 |

      @about:CHK-10
      Examples: adjacent
        | sent          | missing         |
        | 0-9 and 10-19 | 20-99           |
        | 10-19 and 0-9 | 20-99           |

    @about:CHK-03
    Scenario: The list follows the chunks
      Given an upload session for a file of 100 bytes
      And bytes 0-9 have been uploaded
      And the client has asked for the session
      When the client uploads bytes 50-59
      Then the session still expects bytes 10-49 and 60-99

    @about:CHK-03 @about:CHK-04 @about:CHK-10
    Scenario: Hundreds of gaps
      Given an upload session for a file of 512 bytes
      And every second of its bytes has been uploaded, in no order
      When the client asks for the session
      Then the session still expects the others

    @stores:512KiB
    Scenario: The documented example
      Given an upload session for a declared length of 2097152 bytes
      And bytes 402129-730104 have been uploaded
      When the client asks for the session
      Then the session still expects bytes 0-402128 and 730105-2097151

    @level:documented=SHOULD @last
    Scenario: Every list of the run is ascending, disjoint and maximal
      Then every list of expected ranges of the run was ascending, disjoint and maximal

  @QRY-04 @level:MUST @source:implied @needs:get-session @explained-by:QRY-01 @explained-by:QRY-03 @explained-by:COM-01
  Rule: QRY-04 When all bytes are received the list of expected ranges is there and empty

    Derivation: an empty list is how a client learns that it may commit.

    Scenario Outline: A file of <length> in chunks of <chunks>
      Given an upload session for a file of <length>
      And it has been uploaded in chunks of <chunks>
      When the client asks for the session
      Then the session lists no expected ranges

      Examples:
        | length    | chunks    |
        | 100 bytes | 100 bytes |
        | 1 byte    | 1 byte    |

      @about:CHK-10
      Examples: of several chunks
        | length    | chunks   |
        | 100 bytes | 50 bytes |

    @needs:commit
    Scenario: A session that was committed, if it is known still
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client asks for the session
      Then the session is not known, or lacks nothing

  @QRY-05 @level:MUST @level:documented=SHOULD @source:documented @needs:get-session
  Rule: QRY-05 Asking for an unknown session tells that there is none

    Source: Get Image Store Upload Session By Id promises 200 or a FabricError, and the real system answers 204 without a
    body; so 204 is a warning in the documented profile. That nothing is made up is binding.

    @profile:documented
    Scenario: An id that was never used
      Given an upload session for a file of 100 bytes
      When the client asks for the session
      Then the session is not known, in the way that the documents allow

    @level:documented=MUST
    Scenario: Nothing is made up for an id that was never used
      Given a session for 100 bytes that holds 0-49
      And an upload session for a file of 100 bytes at the same path
      When the client asks for the session
      Then the session is not known

    @profile:service-fabric
    Scenario: It is answered without content
      Given an upload session for a file of 100 bytes
      When the client sends a query
      Then the answer is 204

    @profile:strict-http
    Scenario: It is not found
      Given an upload session for a file of 100 bytes
      When the client sends a query
      Then the answer is 404

  @QRY-06 @level:MUST @source:documented @needs:get-session-by-path @explained-by:CHK-01 @explained-by:SID-12 @explained-by:QRY-01
  Rule: QRY-06 Asking by path lists every session of that path, and no other

    Source: Get Image Store Upload Session By Path, "The image store upload session by path". A client that has lost its
    session ids finds its uploads by it. What is answered when there is none is a warning in the documented profile.

    Scenario: One session
      Given a session for 100 bytes that holds 0-49
      When the client asks for the sessions of the path
      Then exactly this session is listed

    Scenario: A session that lacks nothing
      Given a session for 100 bytes that is complete
      When the client asks for the sessions of the path
      Then exactly this session is listed

    Scenario: Two sessions
      Given two upload sessions for files of 100 bytes at one path
      And bytes 0-49 of each have been uploaded
      When the client asks for the sessions of the path
      Then exactly these sessions are listed

    @about:CHK-03
    Scenario: Two sessions, each with what it lacks
      Given two upload sessions for files of 100 and 200 bytes at one path
      When the client uploads bytes 0-49 of the first and bytes 100-149 of the second
      And the client asks for the sessions of the path
      Then each is listed with the bytes that it lacks

    @stores:128KiB
    Scenario: Five sessions
      Given a session for 100 bytes that holds 0-9
      And 4 more upload sessions for files of 100 bytes at the same path
      And bytes 10-19 of each have been uploaded
      When the client asks for the sessions of the path
      Then exactly these sessions are listed

    @stores:128KiB
    Scenario: More sessions than a page may hold
      Given a session for 100 bytes that holds 0-9
      And 50 more upload sessions for files of 100 bytes at the same path
      And bytes 10-19 of each have been uploaded
      When the client asks for the sessions of the path
      Then exactly these sessions are listed

    Scenario: Beside a session at another path
      Given 2 upload sessions for files of 100 bytes
      And bytes 0-49 of each have been uploaded
      When the client asks for the sessions of the path
      Then exactly this session is listed

    @about:QRY-07
    Scenario: Beside a session at a path that begins with the same
      Given an upload session for a file of 100 bytes
      And another session, at a path that begins with the same, for a file of 100 bytes
      And bytes 0-49 of each have been uploaded
      When the client asks for the sessions of the first path
      Then exactly the first session is listed

    @about:QRY-07
    Scenario: Beside a session at a path that it begins with
      Given an upload session for a file of 100 bytes
      And another session, at a path that begins with the same, for a file of 100 bytes
      And bytes 0-49 of each have been uploaded
      When the client asks for the sessions of the path
      Then exactly this session is listed

    Scenario: Beside a session at a path that ends in the same
      Given an upload session for a file of 100 bytes
      And another session, at a path that ends in the same, for a file of 100 bytes
      And bytes 0-49 of each have been uploaded
      When the client asks for the sessions of the first path
      Then exactly the first session is listed

    Scenario: At the root of the store
      Given an upload session for a file of 100 bytes at the root of the store
      And bytes 0-49 have been uploaded
      When the client asks for the sessions of the path
      Then exactly this session is listed

    Scenario: At a path with blanks, if it is accepted
      Given an upload session for a file of 100 bytes named "my app/read me.txt"
      And bytes 0-49 have been uploaded, if its name is accepted
      When the client asks for the sessions of the path
      Then exactly this session is listed

    @oracle
    Scenario: Where a file is stored
      Given a stored file of 100 bytes
      And an upload session for a file of 200 bytes at the same path
      And bytes 0-49 have been uploaded
      When the client asks for the sessions of the path
      Then exactly this session is listed, and perhaps a committed one

    @needs:delete-session @about:DEL-01
    Scenario: Beside a session that was deleted
      Given two upload sessions for files of 100 bytes at one path
      And bytes 0-49 of each have been uploaded
      And the first session has been deleted
      When the client asks for the sessions of the path
      Then exactly this session is listed

    Scenario: Nothing is made up where there is none
      Given an upload session for a file of 100 bytes
      When the client asks for the sessions of the path
      Then no session is listed

    @level:SHOULD @profile:documented
    Scenario: A path without a session
      Given an upload session for a file of 100 bytes
      When the client asks for the sessions of the path
      Then no session is listed, in the way that the documents allow

    @profile:service-fabric
    Scenario: A path without a session is answered without content
      Given an upload session for a file of 100 bytes
      When the client asks for the sessions of the path
      Then the answer is 204

    @profile:service-fabric
    Scenario: The path in another case is another path
      Given a session for 100 bytes that holds 0-49
      When the client asks for the sessions of the path in upper case
      Then no session is listed

    @profile:service-fabric
    Scenario: The path with other separators is another path
      Given a session for 100 bytes that holds 0-49
      When the client asks for the sessions of the path with backslashes
      Then no session is listed

    @level:SHOULD @profile:strict-http
    Scenario: The path with other separators is the same path
      Given a session for 100 bytes that holds 0-49
      When the client asks for the sessions of the path with backslashes
      Then exactly this session is listed

  @QRY-07 @level:MUST @source:implied @needs:get-session-by-path
  Rule: QRY-07 Asking by path does not list sessions below or above it

    Derivation: the operation is about the sessions of a path, and a folder is another path than the file in it.

    Scenario: The folder of a session
      Given a session for 100 bytes that holds 0-49
      When the client asks for the sessions of its folder
      Then no session is listed

    Scenario: A path below that of a session
      Given a session for 100 bytes that holds 0-49
      When the client asks for the sessions of a path below it
      Then no session is listed

  @QRY-08 @level:MUST @level:documented=SHOULD @source:documented @needs:commit
  Rule: QRY-08 A session is tracked until it is committed

    Source: session-id, "keeps track of all file chunks until it is committed". A warning in the documented profile, since
    the real system goes on listing the session, with nothing expected, until it expires or is deleted.

    @needs:get-session @profile:documented @profile:strict-http
    Scenario: A committed session is not known any more
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client asks for the session
      Then the session is not known

    @needs:get-session-by-path @profile:documented @profile:strict-http
    Scenario: A committed session is not listed any more
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client asks for the sessions of the path
      Then no session is listed

    @needs:get-session @profile:strict-http
    Scenario: A committed session is not found
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client sends a query
      Then the answer is 404

    @needs:get-session @profile:service-fabric
    Scenario: A committed session is still known, with nothing expected
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client asks for the session
      Then the session lists no expected ranges

    @needs:get-session-by-path @profile:service-fabric
    Scenario: A committed session is still listed
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client asks for the sessions of the path
      Then exactly this session is listed

  @QRY-09 @level:MUST @source:implementation @profile:service-fabric @clock @needs:get-session @explained-by:EXP-03
  Rule: QRY-09 A query does not extend the life of a session

    Source: the map of sessions, whose clock only chunks move. The same as EXP-03 for this operation.

    Scenario: Asking for it
      Given a session for 100 bytes that holds 0-49
      When the client asks for the session every 29 minutes, three times
      Then the session is gone

  @QRY-10 @level:MUST @source:documented @needs:get-session @explained-by:QRY-02 @explained-by:QRY-03 @explained-by:COM-05
  @explained-by:CHK-04 @explained-by:EXP-03
  Rule: QRY-10 ModifiedDate is the time of the last accepted chunk

    Source: the model of UploadSessionInfo, "The date and time when the upload session was last modified". It is held
    against other dates of the same server only: no two clocks agree.

    Scenario: A session that was opened later has a later date
      Given a session for 100 bytes that holds 0-9
      And its date has been noted
      When more sessions are opened for a while
      Then one of them has a later date

    Scenario: A chunk moves it
      Given a session for 100 bytes that holds 0-9
      And its date has been noted
      And time has passed at the target
      When the client uploads bytes 10-19
      Then the session has a later date

    Scenario: Asking for the session does not move it
      Given a session for 100 bytes that holds 0-9
      And its date has been noted
      And time has passed at the target
      When the client asks for the session
      Then the session still has that date

    @needs:get-session-by-path
    Scenario: Asking by path does not move it
      Given a session for 100 bytes that holds 0-9
      And its date has been noted
      And time has passed at the target
      When the client asks for the sessions of the path
      Then the session still has that date

    Scenario Outline: A chunk refused for <defect> does not move it
      Given a session for 100 bytes that holds 0-9
      And its date has been noted
      And time has passed at the target
      And foreign bytes with <defect> have been refused
      When the client asks for the session
      Then the session still has that date

      Examples:
        | defect                       |
        | another file length          |
        | a last position past the end |
        | another path                 |

    Scenario: A commit that was refused does not move it
      Given a session for 100 bytes that holds 0-9
      And its date has been noted
      And time has passed at the target
      And a commit has been refused
      When the client asks for the session
      Then the session still has that date

    @profile:service-fabric @about:QRY-08
    Scenario: A commit does not move it
      Given a session for 100 bytes that is complete
      And its date has been noted
      And time has passed at the target
      And the session has been committed
      When the client asks for the session
      Then the session still has that date

    @level:SHOULD @profile:service-fabric @profile:strict-http
    Scenario: It is in UTC
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-9
      Then the session's date is that of the answer to the chunk

  @QRY-11 @level:MUST @source:implementation @profile:service-fabric @needs:get-session
  Rule: QRY-11 StoreRelativePath is the path of the first chunk as it was sent

    Source: the map of sessions, which keeps the raw string; the published example of the documents shows a backslash.

    Scenario: Upper and lower case
      Given an upload session for a file of 100 bytes in a folder "MyApp"
      When the client uploads bytes 0-9
      Then the session is known under the path as it was sent

    @level:SHOULD
    Scenario Outline: A folder with <what>
      Given an upload session for a file of 100 bytes in a folder "<folder>"
      When the client uploads bytes 0-9
      Then the session is known under the path as it was sent

      Examples:
        | what        | folder  |
        | a backslash | App\\Code |
        | a blank     | My App  |

  @QRY-13 @level:MUST @source:implementation @profile:service-fabric @needs:get-session @answer:service-fabric=400-SID @explained-by:SID-02 @explained-by:SID-04 @explained-by:SID-07
  Rule: QRY-13 A query by id without a usable id is refused

    Source: the gateway. The same as SID-02, SID-04 and SID-07 for this operation (ruling 23).

    Scenario: No id
      Given a session for 100 bytes that holds 0-49
      When the client sends a query with no session id
      Then the query is refused

    Scenario Outline: <what>
      Given a session for 100 bytes that holds 0-49
      When the client sends a query with the session id "<id>"
      Then the query is refused

      Examples:
        | what            | id                                   |
        | An empty id     |                                      |
        | A digit too few | 6a09e667-bb67-4ae8-bc6e-372fe94f82b  |
        | The nil UUID    | 00000000-0000-0000-0000-000000000000 |
