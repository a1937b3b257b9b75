Feature: timeout

  "Default: 60, InclusiveMaximum: 4294967295, InclusiveMinimum: 1."

  @TMO-02 @level:MUST @source:documented
  Rule: TMO-02 Integers from 1 to 4294967295 are accepted

    Source: timeout of Upload File Chunk.

    Scenario Outline: A chunk with timeout <timeout>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with timeout "<timeout>"
      Then the chunk is accepted
      And the session still expects bytes 50-99

      Examples:
        | timeout    |
        | 1          |
        | 60         |
        | 2147483648 |
        | 4294967295 |

    Scenario Outline: A commit with timeout <timeout>
      Given a session for 100 bytes that is complete
      When the client sends a commit with timeout "<timeout>"
      Then the commit is accepted

      Examples:
        | timeout    |
        | 1          |
        | 60         |
        | 4294967295 |

  @TMO-03 @level:MUST @level:documented=SHOULD @source:documented
  Rule: TMO-03 A timeout of 0 is outside the documented range

    Source: timeout of Upload File Chunk, "InclusiveMinimum: 1". A warning here, as for TMO-04 and TMO-05: the real system
    never refuses a timeout.

    Scenario: A chunk with timeout 0
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with timeout "0"
      Then the chunk is refused

  @TMO-04 @level:MUST @level:documented=SHOULD @source:documented
  Rule: TMO-04 A timeout above 4294967295 is outside the documented range

    Source: timeout of Upload File Chunk, "InclusiveMaximum: 4294967295".

    Scenario Outline: A chunk with timeout <timeout>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with timeout "<timeout>"
      Then the chunk is refused

      Examples:
        | timeout              |
        | 4294967296           |
        | 4294967356           |
        | 18446744073709551676 |

  @TMO-05 @level:MUST @level:documented=SHOULD @source:documented
  Rule: TMO-05 A timeout that is no positive integer is invalid

    Source: timeout of Upload File Chunk, "integer (int64)".

    Scenario Outline: A chunk with a timeout that is <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with timeout "<timeout>"
      Then the chunk is refused

      Examples:
        | what        | timeout |
        | negative    | -1      |
        | fractional  | 1.5     |
        | hexadecimal | 0x10    |
        | a word      | abc     |
