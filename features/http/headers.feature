Feature: Header fields

  What a request says beside its address, as published clients and their HTTP libraries say it.

  @HTTP-05 @level:MUST @source:http @source:implementation @profile:service-fabric @profile:strict-http
  Rule: HTTP-05 Expect: 100-continue is honoured by 100 before the body, or by a final answer instead

    Source: RFC 9110, 10.1.1. The VS Code extension waits for it before each body, for a gateway that asks for a client
    certificate after the headers can deadlock with a large body on its way.

    Scenario: A client that waits
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49, waiting for 100 before the body
      Then the chunk is accepted
      And the session still expects bytes 50-99

    Scenario: A client that waits, and asks in capitals
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49, waiting for 100, asked for in capitals, before the body
      Then the chunk is accepted
      And the session still expects bytes 50-99

    Scenario: A client that does not wait
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with the header "Expect: 100-continue"
      Then the chunk is accepted
      And the session still expects bytes 50-99

    Scenario: A client that waits for a refusal
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 without api-version, waiting for 100 before the body
      Then the chunk is refused

    @oracle
    Scenario: The file of a client that waits
      Given an upload session for a file of 100 bytes
      And bytes 50-99 have been uploaded
      When the client uploads bytes 0-49, waiting for 100 before the body
      And the client commits the session
      Then the stored file is the uploaded one

  @HTTP-07 @level:MUST @source:http @profile:service-fabric @profile:strict-http
  Rule: HTTP-07 Names of header fields are case-insensitive

    Source: RFC 9110, 5.1. Many HTTP libraries send all names in lower case.

    Scenario Outline: Names in <writing> case
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 20-69 with header names in <writing> case
      Then the chunk is accepted
      And the session still expects bytes 0-19, 70-99

      Examples:
        | writing |
        | lower   |
        | upper   |
        | mixed   |

    @about:CHK-21
    Scenario: The name of the transfer coding in capitals
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 in chunked coding, in one piece, with header names in upper case
      Then the chunk is accepted
      And the session still expects bytes 50-99

  @HTTP-08 @level:MUST @source:http @profile:service-fabric @profile:strict-http @explained-by:COM-02 @explained-by:DEL-01 @explained-by:QRY-01
  Rule: HTTP-08 A request without a body works with Content-Length: 0

    Source: RFC 9110, 8.6. The generated clients send it with every POST and DELETE, the JSON type with everything.

    Scenario Outline: A <operation> under <header>
      Given a session for 100 bytes that is complete
      When the client sends a <operation> with the header "<header>"
      Then the <operation> is accepted

      Examples:
        | operation | header                                          |
        | commit    | Content-Length: 0                               |
        | commit    | Content-Type: application/json; charset=utf-8   |

      @needs:delete-session
      Examples: of the deletion
        | operation | header                                          |
        | delete    | Content-Length: 0                               |
        | delete    | Content-Type: application/json; charset=utf-8   |

      @needs:get-session
      Examples: of the query
        | operation | header                                          |
        | query     | Content-Type: application/json; charset=utf-8   |

  @HTTP-10 @level:SHOULD @source:http @source:implementation @profile:service-fabric @profile:strict-http
  Rule: HTTP-10 Answers have no validators, and conditions are ignored

    Source: the gateway sets neither ETag nor Last-Modified. An intermediary that has no validator cannot take an old answer
    about a session for a fresh one.

    Scenario Outline: A chunk under <header>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with the header "<header>"
      Then the chunk is accepted

      Examples:
        | header                                             |
        | If-None-Match: *                                   |
        | If-Match: *                                        |
        | If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT |

    @needs:get-session
    Scenario: A query under If-Modified-Since
      Given a session for 100 bytes that holds 0-49
      When the client sends a query with the header "If-Modified-Since: Fri, 31 Dec 2100 23:59:59 GMT"
      Then the answer is 200

    @last
    Scenario: Every answer of the run
      Then every answer of the run had no validator

  @HTTP-11 @level:MUST @source:implementation @profile:service-fabric
  Rule: HTTP-11 X-ServiceFabricRequestId serves for correlation only

    Source: the gateway reads it for its traces. ClusterId, the other optional field, is SEC-04.

    Scenario Outline: A chunk with <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with the header "X-ServiceFabricRequestId: <value>"
      Then the chunk is accepted
      And the session still expects bytes 50-99

      Examples:
        | what              | value                                |
        | a request id      | 6a09e667-bb67-4ae8-bc6e-372fe94f82b0 |
        | one that is empty |                                      |

  @HTTP-13 @level:SHOULD @source:http @profile:strict-http @needs:upload-file
  Rule: HTTP-13 A partial PUT to a resource that has none is refused

    Source: RFC 9110, 14.5. Only UploadChunk knows parts; a part that is taken for the whole is a file that lost the rest.
    The same as CR-35.

    Scenario: A part of a file by plain upload
      Given a path where nothing is stored
      When the client makes a plain upload of 10 bytes under Content-Range "bytes 0-9/20"
      Then the upload is refused

    @oracle
    Scenario: A part of a file that exists
      Given a stored file of 100 bytes
      When the client makes a plain upload of 10 bytes under Content-Range "bytes 90-99/100"
      Then the upload is refused

  @CHK-19 @level:MUST @source:implementation @profile:service-fabric
  Rule: CHK-19 The type of the content does not matter

    Source: the gateway does not look at it. The generated npm client sends every chunk as JSON.

    Scenario Outline: A chunk as <type>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with the header "Content-Type: <type>"
      Then the chunk is accepted
      And the session still expects bytes 50-99

      Examples:
        | type                                |
        | application/json; charset=utf-8     |
        | application/x-www-form-urlencoded   |
        | multipart/form-data; boundary=x     |
        | text/plain                          |
        | nonsense                            |

    Scenario: A chunk of no type
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 without a Content-Type
      Then the chunk is accepted
      And the session still expects bytes 50-99

    @oracle
    Scenario: A form is a file like any other
      Given an upload session for a file of 100 bytes
      And bytes 50-99 have been uploaded
      When the client uploads bytes 0-49 with the header "Content-Type: application/x-www-form-urlencoded"
      And the client commits the session
      Then the stored file is the uploaded one
