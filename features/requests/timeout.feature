Feature: timeout

  "Default: 60, InclusiveMaximum: 4294967295, InclusiveMinimum: 1."

  @TMO-02 @level:MUST @source:documented @explained-by:VER-02
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

    Scenario Outline: A <operation> with timeout 60
      Given a session for 100 bytes that holds 0-49
      When the client sends a <operation> with timeout "60"
      Then the <operation> is accepted

      Examples:
        | operation |
        | query     |
        | delete    |

    @needs:get-session-by-path @about:QRY-06
    Scenario Outline: A query by path with timeout <timeout>
      Given a session for 100 bytes that holds 0-49
      When the client makes a query by path with timeout "<timeout>"
      Then the call is accepted

      Examples:
        | timeout    |
        | 60         |
        | 4294967295 |

    Scenario Outline: A <operation> with the longest timeout
      Given a stored file of 100 bytes
      When the client makes a <operation> with timeout "4294967295"
      Then the call is accepted

      @needs:list @about:GET-01
      Examples: listing
        | operation |
        | listing   |

      @needs:upload-file @about:PUT-01
      Examples: plain upload
        | operation    |
        | plain upload |

      @needs:copy @about:CPY-01
      Examples: copy
        | operation |
        | copy      |

      @needs:delete @about:GET-08
      Examples: deletion
        | operation            |
        | deletion of the file |

      @needs:folder-size @about:FSZ-02
      Examples: size of a folder
        | operation                   |
        | request for a folder's size |

      @needs:info @about:INF-01
      Examples: information
        | operation               |
        | request for information |

    Scenario Outline: A time of <timeout> seconds is not over at once
      Given a session for 100 bytes that holds 0-49
      When the client asks for the session 3 times with timeout "<timeout>"
      Then it is not always answered that <timeout> seconds are over when they are not

      Examples:
        | timeout    |
        | 1          |
        | 4294967295 |

  @TMO-03 @level:MUST @level:documented=SHOULD @level:service-fabric=SHOULD @source:documented @source:implementation
  @answer:strict-http=400
  Rule: TMO-03 A timeout of 0 is outside the documented range

    Source: timeout of Upload File Chunk, "InclusiveMinimum: 1". A warning in the documented profile, as for TMO-04 and
    TMO-05: the real system never refuses a timeout. It takes 0 at its word, and the time is up almost at once; that was
    read in its source, not seen, so it is a warning there too.

    @profile:service-fabric
    Scenario: A chunk with timeout 0 has no time
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with timeout "0"
      Then the answer is 504 FABRIC_E_TIMEOUT

    @profile:documented @profile:strict-http
    Scenario: A chunk with timeout 0
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with timeout "0"
      Then the chunk is refused

  @TMO-04 @level:MUST @level:documented=SHOULD @source:documented @source:implementation @answer:strict-http=400
  Rule: TMO-04 A timeout above 4294967295 is outside the documented range, or in service-fabric ignored

    Source: timeout of Upload File Chunk, "InclusiveMaximum: 4294967295". The real system takes 60 seconds instead.

    @profile:documented @profile:strict-http
    Scenario Outline: A chunk with timeout <timeout>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with timeout "<timeout>"
      Then the chunk is refused

      Examples:
        | timeout              |
        | 4294967296           |
        | 4294967356           |
        | 18446744073709551676 |

    @profile:service-fabric
    Scenario Outline: A chunk with timeout <timeout> is stored
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with timeout "<timeout>"
      Then the answer is 200
      And the session still expects bytes 50-99

      Examples:
        | timeout              |
        | 4294967296           |
        | 18446744073709551616 |

  @TMO-05 @level:MUST @level:documented=SHOULD @source:documented @source:implementation @answer:strict-http=400
  Rule: TMO-05 A timeout that is no positive integer is invalid, or in service-fabric ignored

    Source: timeout of Upload File Chunk, "integer (int64)". The real system takes 60 seconds instead.

    @profile:documented @profile:strict-http
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

    @profile:service-fabric
    Scenario Outline: A chunk with a timeout that is <what> is stored
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with timeout "<timeout>"
      Then the answer is 200
      And the session still expects bytes 50-99

      Examples:
        | what        | timeout |
        | negative    | -1      |
        | fractional  | 1.5     |
        | hexadecimal | 0x10    |
        | a word      | abc     |
        | empty       |         |

    @profile:service-fabric
    Scenario: A commit with a timeout that is a word is accepted
      Given a session for 100 bytes that is complete
      When the client sends a commit with timeout "abc"
      Then the answer is 200

  @TMO-06 @level:MUST @source:implementation @profile:service-fabric @explained-by:TMO-02
  Rule: TMO-06 A plus sign and leading zeros are part of a number

    Source: the real system's parser of numbers.

    Scenario Outline: A chunk with timeout <timeout>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with timeout "<timeout>"
      Then the answer is 200
      And the session still expects bytes 50-99

      Examples:
        | timeout |
        | +60     |
        | 060     |

  @TMO-08 @level:MUST @source:implementation @profile:service-fabric @needs:get-session
  Rule: TMO-08 After a time-out the session tells whether the chunk was recorded

    Derivation: the outcome of a call whose time was up is unknown, so the client asks before it sends again. The chunk
    may be recorded or not; half of it may not. A server on which no time can be made to run out is not judged.

    Scenario: All of the chunk or none
      Given a session for 100 bytes that holds 50-99
      And the time of the chunk 0-49 has run out
      When the client asks for the session
      Then the session expects all of bytes 0-49 or none of them

    @oracle
    Scenario: The file completed after a time-out
      Given a session for 100 bytes that holds 50-99
      And the time of the chunk 0-49 has run out
      When the client resumes with what is still expected
      And the client commits the session
      Then the stored file is the uploaded one
