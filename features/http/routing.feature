Feature: Methods and routes

  What no operation answers: the real system has one answer to all of it, HTTP has several.

  @HTTP-01 @level:MUST @source:implementation @source:http @profile:service-fabric @profile:strict-http
  Rule: HTTP-01 An unknown route is refused

    Source: RFC 9110, 15.5.5: 404. The gateway answers whatever matches none of its templates by 400 E_INVALIDARG.

    @answer:service-fabric=400-ARG @answer:strict-http=404
    Scenario Outline: <method> to <address>
      Given an upload session for a file of 100 bytes
      When the client sends <method> to "<address>"
      Then the request is refused

      Examples:
        | method | address                              |
        | GET    | /ImageStore/$/NoSuchAction           |
        | POST   | /ImageStore/$/NoSuchAction           |
        | GET    | /ImageStore/{path}/$/NoSuchAction    |
        | GET    | /NoSuchStore/{path}                  |

  @HTTP-02 @level:MUST @source:implementation @source:http @profile:service-fabric @profile:strict-http @explained-by:HTTP-01
  Rule: HTTP-02 A wrong method on a known path is refused

    Source: RFC 9110, 15.5.6: 405 with the methods that are allowed, and 9.1: 501 for one that is not known. The gateway
    takes it for an unknown route.

    @answer:service-fabric=400-ARG @answer:strict-http=405
    Scenario Outline: <method> to <address>
      Given a session for 100 bytes that is complete
      When the client sends <method> to "<address>"
      Then the request is refused
      And a 405 allows <right>

      Examples:
        | method | address                                             | right  |
        | POST   | /ImageStore/{path}/$/UploadChunk                    | PUT    |
        | GET    | /ImageStore/{path}/$/UploadChunk                    | PUT    |
        | DELETE | /ImageStore/{path}/$/UploadChunk                    | PUT    |
        | GET    | /ImageStore/$/CommitUploadSession                   | POST   |
        | PUT    | /ImageStore/$/CommitUploadSession                   | POST   |

      @needs:get-session
      Examples: of the query
        | method | address                                             | right  |
        | POST   | /ImageStore/$/GetUploadSession                      | GET    |
        | PUT    | /ImageStore/$/GetUploadSession                      | GET    |

      @needs:delete-session
      Examples: of the deletion
        | method | address                                             | right  |
        | POST   | /ImageStore/$/DeleteUploadSession                   | DELETE |
        | GET    | /ImageStore/$/DeleteUploadSession                   | DELETE |

    @answer:service-fabric=400-ARG @answer:strict-http=405,501
    Scenario Outline: A method that is not known, <method>
      Given a session for 100 bytes that is complete
      When the client sends <method> to "/ImageStore/$/CommitUploadSession"
      Then the request is refused

      Examples:
        | method   |
        | BREW     |
        | PROPFIND |

    @answer:service-fabric=400-ARG @answer:strict-http=405,501
    Scenario: The method in lower case
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 by the method "put"
      Then the chunk is refused

    @oracle @answer:service-fabric=400-ARG @answer:strict-http=405
    Scenario: A commit by GET publishes nothing
      Given a session for 100 bytes that is complete
      When the client sends GET to "/ImageStore/$/CommitUploadSession"
      Then the request is refused
      And there is no stored file

  @HTTP-09 @level:MUST @level:service-fabric=SHOULD @source:http @source:implementation @profile:service-fabric @profile:strict-http @needs:get-session @explained-by:HTTP-02
  Rule: HTTP-09 HEAD and OPTIONS may be answered or refused, HEAD without a body, and change nothing

    Source: RFC 9110, 9.1, 9.2.1 and 9.3.2. Whether a server has them is free. A body behind the head of an answer to HEAD
    would be read as the next answer.

    @about:HTTP-03
    Scenario: The answer to HEAD has no body
      Given a session for 100 bytes that holds 0-49
      When the client sends HEAD and then GET for the session on one connection
      Then the second answer is that to GET, or the connection was closed

    Scenario: The refusal of HEAD has no body
      Given a session for 100 bytes that holds 0-49
      When the client sends HEAD to no known address and then GET for the session on one connection
      Then the second answer is that to GET, or the connection was closed

    Scenario Outline: <method> where <word> has an effect
      Given a session for 100 bytes that is complete
      When the client asks by <method> at "<address>"
      Then the session still expects no bytes

      Examples:
        | method  | word   | address                            |
        | HEAD    | POST   | /ImageStore/$/CommitUploadSession  |
        | OPTIONS | POST   | /ImageStore/$/CommitUploadSession  |
        | HEAD    | DELETE | /ImageStore/$/DeleteUploadSession  |
        | OPTIONS | DELETE | /ImageStore/$/DeleteUploadSession  |
