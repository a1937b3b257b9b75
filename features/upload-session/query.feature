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

  @QRY-02 @level:MUST @source:documented @needs:get-session @explained-by:QRY-01
  Rule: QRY-02 A session is described by the fields of UploadSessionInfo

    Source: the model of UploadSessionInfo and its published examples. Typed clients read 64-bit numbers from strings.
    Here, any order of fields, further fields and any RFC 3339 date will do.

    Scenario: An open session
      Given an upload session for a file of 100 bytes
      And bytes 10-19 have been uploaded
      When the client asks for the session
      Then the session is described by the documented fields

    @last @about:QRY-04
    Scenario: Every description of the run
      Then every session that the run has read was described by the documented fields

  @QRY-03 @level:MUST @source:documented @needs:get-session @explained-by:QRY-01
  Rule: QRY-03 A session lists the bytes that it still lacks

    Source: ExpectedRanges of UploadSessionInfo. The set of missing bytes is binding; that the list is ascending, disjoint
    and maximal is a warning here.

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

    Scenario: The list follows the chunks
      Given an upload session for a file of 100 bytes
      And bytes 0-9 have been uploaded
      And the client has asked for the session
      When the client uploads bytes 50-59
      Then the session still expects bytes 10-49 and 60-99

    @stores:512KiB
    Scenario: The documented example
      Given an upload session for a declared length of 2097152 bytes
      And bytes 402129-730104 have been uploaded
      When the client asks for the session
      Then the session still expects bytes 0-402128 and 730105-2097151

    @level:SHOULD @last
    Scenario: Every list of the run is ascending, disjoint and maximal
      Then every list of expected ranges of the run was ascending, disjoint and maximal

  @QRY-04 @level:MUST @source:implied @needs:get-session @explained-by:QRY-01 @explained-by:QRY-03
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
