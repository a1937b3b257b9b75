Feature: api-version

  Versions are those of the API, which follow those of the runtime. In service-fabric anything from 1.0 up to the version
  of the runtime is accepted, compared as decimal fractions; in strict-http 6.0 up to that version, by component.

  @VER-01 @level:MUST @source:documented @answer:service-fabric=400-ARG
  Rule: VER-01 api-version is required

    Source: api-version of Upload File Chunk, "This parameter is required". In service-fabric no route matches without it,
    which is found before anything else; the order is no more than a warning.

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

    @needs:get-session-by-path
    Scenario: A query by path without api-version is refused
      Given a session for 100 bytes that is complete
      When the client makes a query by path without api-version
      Then the call is refused

    Scenario Outline: A <operation> without api-version is refused
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client makes a <operation> without api-version
      Then the call is refused

      @needs:list
      Examples: listing
        | operation |
        | listing   |

      @needs:upload-file
      Examples: plain upload
        | operation    |
        | plain upload |

      @needs:copy
      Examples: copy
        | operation |
        | copy      |

      @needs:delete
      Examples: deletion
        | operation            |
        | deletion of the file |

      @needs:list-root
      Examples: listing of the root
        | operation           |
        | listing of the root |

      @needs:folder-size
      Examples: size of a folder
        | operation                   |
        | request for a folder's size |

      @needs:folder-size
      Examples: size of the root
        | operation                   |
        | request for the root's size |

      @needs:info
      Examples: information
        | operation               |
        | request for information |

    @profile:service-fabric @level:SHOULD
    Scenario: Found before a malformed Content-Range
      Given an upload session for a file of 20 bytes
      When the client uploads 10 bytes under Content-Range "bytes 9-0/20" without api-version
      Then the chunk is refused

  @VER-02 @level:MUST @source:documented
  Rule: VER-02 Version 6.0 is accepted

    Source: api-version of Upload File Chunk, "its value must be '6.0'".

    Scenario: A chunk
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "6.0"
      Then the chunk 0-49 is not refused for its version

    Scenario: A commit
      Given a session for 100 bytes that is complete
      When the client sends a commit with api-version "6.0"
      Then the commit is not refused for its version

  @VER-03 @level:MAY @level:service-fabric=MUST @source:documented @source:implementation @explained-by:VER-02
  Rule: VER-03 A lower version may be answered, possibly differently

    Source: "If a lower API version is passed, the returned response may be different". Accepted or refused, the answer
    must be true. In service-fabric everything from 1.0 uploads exactly as 6.0; in strict-http the range starts at 6.0, and
    a server that goes below it is warned.

    @profile:documented @profile:strict-http @level:MUST
    Scenario Outline: A chunk with version <version>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "<version>"
      Then the chunk is either stored or refused

      Examples:
        | version |
        | 1.0     |
        | 3.0     |
        | 5.9     |

    @profile:service-fabric
    Scenario Outline: A chunk with version <version> is stored
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "<version>"
      Then the answer is 200
      And the session still expects bytes 50-99

      Examples:
        | version |
        | 1.0     |
        | 2.0     |
        | 5.9     |

    @profile:service-fabric
    Scenario: A commit with version 1.0 is accepted
      Given a session for 100 bytes that is complete
      When the client sends a commit with api-version "1.0"
      Then the answer is 200

    @profile:strict-http @level:SHOULD
    Scenario: A chunk with version 5.9 is refused
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "5.9"
      Then the chunk is refused

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

    Scenario Outline: A <operation> with the version of the runtime
      Given a session for 100 bytes that holds 0-49
      When the client sends a <operation> with the runtime's version
      Then the <operation> is accepted

      Examples:
        | operation |
        | query     |
        | delete    |

    @needs:get-session-by-path
    Scenario: A query by path with the version of the runtime
      Given a session for 100 bytes that holds 0-49
      When the client makes a query by path with the runtime's version
      Then the call is accepted

    Scenario Outline: A <operation> with the version of the runtime is accepted
      Given a stored file of 100 bytes
      When the client makes a <operation> with the runtime's version
      Then the call is accepted

      @needs:list
      Examples: listing
        | operation |
        | listing   |

      @needs:upload-file
      Examples: plain upload
        | operation    |
        | plain upload |

      @needs:copy
      Examples: copy
        | operation |
        | copy      |

      @needs:delete
      Examples: deletion
        | operation            |
        | deletion of the file |

      @needs:list-root
      Examples: listing of the root
        | operation           |
        | listing of the root |

      @needs:folder-size
      Examples: size of a folder
        | operation                   |
        | request for a folder's size |

      @needs:folder-size
      Examples: size of the root
        | operation                   |
        | request for the root's size |

      @needs:info
      Examples: information
        | operation               |
        | request for information |

  @VER-05 @level:MUST @source:documented @runtime @answer:service-fabric=400-ARG
  Rule: VER-05 A version above that of the runtime is refused

    Source: as VER-04. The next minor version is asked for only where it is above by component and as a decimal fraction;
    where the two differ, VER-10 speaks.

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

    @needs:get-session-by-path
    Scenario: A query by path with the next major version is refused
      Given a session for 100 bytes that is complete
      When the client makes a query by path with the next major version
      Then the call is refused

    Scenario Outline: A <operation> with the next major version is refused
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client makes a <operation> with the next major version
      Then the call is refused

      @needs:list
      Examples: listing
        | operation |
        | listing   |

      @needs:upload-file
      Examples: plain upload
        | operation    |
        | plain upload |

      @needs:copy
      Examples: copy
        | operation |
        | copy      |

      @needs:delete
      Examples: deletion
        | operation            |
        | deletion of the file |

      @needs:list-root
      Examples: listing of the root
        | operation           |
        | listing of the root |

      @needs:folder-size
      Examples: size of a folder
        | operation                   |
        | request for a folder's size |

      @needs:folder-size
      Examples: size of the root
        | operation                   |
        | request for the root's size |

      @needs:info
      Examples: information
        | operation               |
        | request for information |

  @VER-06 @level:MUST @source:implementation @profile:service-fabric @profile:strict-http @answer:service-fabric=400-ARG
  Rule: VER-06 A version below 1.0 is refused

    Source: the real system's routes, whose least version is 1.0. In strict-http, where 6.0 is the least, no version below
    1.0 can be meant either.

    Scenario Outline: A chunk with version <version>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "<version>"
      Then the chunk is refused

      Examples:
        | version |
        | 0.9     |
        | 0       |
        | -1      |

  @VER-07 @level:MAY @level:service-fabric=MUST @level:strict-http=SHOULD @source:implementation
  @answer:service-fabric=400-ARG @explained-by:VER-06
  Rule: VER-07 A malformed version is refused, or in service-fabric read as far as it is a number

    Source: the real system's parser of numbers, which takes a sign, exponents and trailing text. Not asserted by the
    documented profile: accepted or refused, the answer must be true.

    @profile:documented @level:MUST
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

    @profile:service-fabric @profile:strict-http
    Scenario Outline: A chunk with version <version> is refused
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "<version>"
      Then the chunk is refused

      Examples:
        | version |
        | abc     |
        | six     |
        | 6.0.1   |
        | 6.0e    |
        | -6.0    |

    @profile:strict-http
    Scenario: A chunk with version 6.0foo is refused
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "6.0foo"
      Then the chunk is refused

    @profile:service-fabric
    Scenario Outline: A chunk with version <version>, read as 6.0
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "<version>"
      Then the answer is 200
      And the session still expects bytes 50-99

      Examples:
        | version |
        | 6       |
        | 6.00    |
        | 60e-1   |
        | 6.0foo  |

  @VER-08 @level:MUST @source:implementation @profile:service-fabric @needs:get-session @explained-by:VER-03
  Rule: VER-08 Below 3.0 dates are numbers of ticks, from 3.0 on they are ISO 8601

    Source: the real system's serializer. A client that pins an old version parses numbers.

    Scenario Outline: A query with version <version>
      Given a session for 100 bytes that holds 0-49
      When the client sends a query with api-version "<version>"
      Then the answer is 200
      And its ModifiedDate is a <form>

      Examples:
        | version | form                    |
        | 1.0     | decimal number of ticks |
        | 2.0     | decimal number of ticks |
        | 3.0     | date as ISO 8601 has it |
        | 6.0     | date as ISO 8601 has it |

  @VER-09 @level:MUST @source:implementation @profile:service-fabric
  Rule: VER-09 A suffix "-preview" is accepted and ignored

    Source: the real system's router, which trims it before it compares.

    Scenario: A chunk with version 6.0-preview
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with api-version "6.0-preview"
      Then the answer is 200
      And the session still expects bytes 50-99

  @VER-10 @level:MUST @source:implementation @profile:service-fabric @profile:strict-http @runtime
  @answer:service-fabric=400-ARG @explained-by:VER-05
  Rule: VER-10 Versions are compared by component, but in service-fabric as decimal fractions

    Source: 6.10 came after 6.9. The real system compares numbers, so 6.10 is 6.1 to it.

    @profile:strict-http
    Scenario: Above the runtime by component alone, refused
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with a version above by component and not as a decimal fraction
      Then the chunk is refused

    @profile:service-fabric
    Scenario: Above the runtime by component alone, accepted
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with a version above by component and not as a decimal fraction
      Then the answer is 200

    @profile:strict-http
    Scenario: Above the runtime as a decimal fraction alone, accepted
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with a version above as a decimal fraction and not by component
      Then the chunk is accepted

    @profile:service-fabric
    Scenario: Above the runtime as a decimal fraction alone, refused
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with a version above as a decimal fraction and not by component
      Then the chunk is refused

  @VER-11 @level:MUST @source:implementation @profile:service-fabric @explained-by:VER-03 @explained-by:VER-06
  Rule: VER-11 One range of versions holds for every operation

    Source: the real system's routes. The version that the documents give for an operation is advice: a listing, for which
    they say 6.2, is answered under 1.0.

    @needs:get-session-by-path
    Scenario: A query by path with version 1.0
      Given a session for 100 bytes that holds 0-49
      When the client makes a query by path with api-version "1.0"
      Then the answer is 200

    Scenario Outline: A <operation> of an open session with version 1.0
      Given a session for 100 bytes that is complete
      When the client sends a <operation> with api-version "1.0"
      Then the answer is 200

      @needs:get-session
      Examples: query
        | operation |
        | query     |

      @needs:delete-session
      Examples: deletion
        | operation |
        | delete    |

      Examples: commit
        | operation |
        | commit    |

    Scenario Outline: A <operation> with version 1.0
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client makes a <operation> with api-version "1.0"
      Then the answer is 200

      @needs:list
      Examples: listing
        | operation |
        | listing   |

      @needs:list-root
      Examples: listing of the root
        | operation           |
        | listing of the root |

      @needs:upload-file
      Examples: plain upload
        | operation    |
        | plain upload |

      @needs:copy
      Examples: copy
        | operation |
        | copy      |

      @needs:delete
      Examples: deletion
        | operation            |
        | deletion of the file |

    Scenario Outline: A <operation> with version 0.9
      Given a session for 100 bytes that is complete
      When the client makes a <operation> with api-version "0.9"
      Then the answer is 400 ARG

      @needs:list
      Examples: listing
        | operation |
        | listing   |

      @needs:list-root
      Examples: listing of the root
        | operation           |
        | listing of the root |

      @needs:upload-file
      Examples: plain upload
        | operation    |
        | plain upload |

      @needs:copy
      Examples: copy
        | operation |
        | copy      |

      @needs:delete
      Examples: deletion
        | operation            |
        | deletion of the file |

      @needs:get-session-by-path
      Examples: query by path
        | operation     |
        | query by path |

  @VER-12 @level:SHOULD @source:implementation @profile:service-fabric @needs:list @explained-by:VER-11
  Rule: VER-12 A listing changes at 4.0 and at 6.2

    Source: the real system's handler: a ContinuationToken is written for other versions than 1.0, 2.0 and 3.0, and below
    6.2 the empty answer about an absent path still says that it is JSON. A warning at most: that the token is there when
    the listing is complete was read, not seen.

    Scenario Outline: A listing with version <version> has <token> ContinuationToken
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client makes a listing with api-version "<version>"
      Then the answer has <token> ContinuationToken

      Examples:
        | version | token |
        | 3.0     | no    |
        | 4.0     | a     |
        | 6.2     | a     |

    Scenario Outline: An absent path with version <version>
      Given a path where nothing is stored
      When the client makes a listing of nothing with api-version "<version>"
      Then the answer is 404 without a body, <type>

      Examples:
        | version | type             |
        | 6.0     | declared as JSON |
        | 6.2     | of no type       |
