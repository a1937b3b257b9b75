Feature: api-version

  @VER-01 @level:MUST @source:documented
  Rule: VER-01 api-version is required

    Source: api-version of Upload File Chunk, "This parameter is required".

    Scenario: A chunk without api-version
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 without api-version
      Then the chunk is refused

    Scenario: A chunk with an empty api-version
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version ""
      Then the chunk is refused

    Scenario Outline: A <operation> without api-version
      Given a session for 100 bytes that is complete
      When the client sends a <operation> without api-version
      Then the <operation> is refused

      Examples:
        | operation |
        | commit    |
        | query     |
        | delete    |

  @VER-02 @level:MUST @source:documented
  Rule: VER-02 Version 6.0 is accepted

    Source: api-version of Upload File Chunk, "its value must be '6.0'".

    Scenario: A chunk
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "6.0"
      Then the chunk is accepted
      And the session still expects bytes 50-99

    Scenario: A commit
      Given a session for 100 bytes that is complete
      When the client sends a commit with api-version "6.0"
      Then the commit is accepted

  @VER-03 @level:MAY @source:documented
  Rule: VER-03 A lower version may be answered, possibly differently

    Source: "If a lower API version is passed, the returned response may be different". Accepted or refused, the answer
    must be true.

    Scenario Outline: A chunk with version <version>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "<version>"
      Then the chunk is either stored or refused

      Examples:
        | version |
        | 1.0     |
        | 3.0     |
        | 5.9     |

  @VER-04 @level:MUST @source:documented @runtime @explained-by:VER-02
  Rule: VER-04 A higher version is accepted up to that of the running runtime

    Source: "the runtime accept any version that is higher than the latest supported version up to the current version of
    the runtime". Which version the runtime has, a client cannot see; --runtime-version says it.

    Scenario: The version of the runtime
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with the runtime's version
      Then the chunk is accepted
      And the session still expects bytes 50-99

    Scenario: A version between 6.0 and that of the runtime
      Given a runtime above 6.1
      And an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "6.1"
      Then the chunk is accepted

    Scenario: A commit with the version of the runtime
      Given a session for 100 bytes that is complete
      When the client sends a commit with the runtime's version
      Then the commit is accepted

  @VER-05 @level:MUST @source:documented @runtime
  Rule: VER-05 A version above that of the runtime is refused

    Source: as VER-04.

    Scenario Outline: <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with <what>
      Then the chunk is refused

      Examples:
        | what                       |
        | the next minor version     |
        | the next major version     |
        | a version far above        |

    Scenario Outline: A <operation> with the next major version
      Given a session for 100 bytes that is complete
      When the client sends a <operation> with the next major version
      Then the <operation> is refused

      Examples:
        | operation |
        | commit    |
        | query     |
        | delete    |

  @VER-07 @level:SHOULD @level:documented=MAY @source:implementation
  Rule: VER-07 A malformed version is refused

    Source: the real system's parser, which is lax. Not asserted by the documented profile: accepted or refused, the answer
    must be true.

    Scenario Outline: A chunk with version <version>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "<version>"
      Then the chunk is either stored or refused

      Examples:
        | version |
        | abc     |
        | six     |
        | 6       |
        | 6.0.1   |
        | 6.0foo  |
        | -6.0    |
