Feature: Framing of messages

  Where a request ends and the next begins. Whoever is mistaken about it takes a part of a file for a request, or a request
  for a part of a file.

  @CHK-21 @level:MUST @source:implementation @source:http @profile:service-fabric @profile:strict-http
  Rule: CHK-21 Chunked transfer coding is accepted

    Source: RFC 9112, 7.1. Clients that stream a body of unknown length have nothing else.

    Scenario Outline: A chunk <form>
      Given an upload session for a file of 200 bytes
      When the client uploads bytes 0-99 in chunked coding, <form>
      Then the chunk is accepted
      And the session still expects bytes 100-199

      Examples:
        | form                   |
        | in one piece           |
        | one octet a piece      |
        | in pieces of 7 octets  |
        | with chunk extensions  |
        | with upper-case sizes  |
        | with leading zeros     |
        | with trailers          |
        | in capitals            |

    @needs:get-session @about:HTTP-03
    Scenario Outline: What follows a chunk <form>
      Given an upload session for a file of 200 bytes
      When the client uploads bytes 0-99 in chunked coding, <form>, and asks for the session on the same connection
      Then the chunk is accepted, and the query has its own answer or the connection was closed

      Examples:
        | form                   |
        | in pieces of 7 octets  |
        | with trailers          |

    @oracle
    Scenario Outline: A file <form>
      Given an upload session for a file of 300 bytes
      When the client uploads bytes 0-299 in chunked coding, <form>
      And the client commits the session
      Then the stored file is the uploaded one

      Examples:
        | form                   |
        | in pieces of 7 octets  |
        | with chunk extensions  |
        | with trailers          |

  @HTTP-03 @level:MUST @source:http @profile:service-fabric @profile:strict-http
  Rule: HTTP-03 A message is framed by Content-Length or by chunked coding, not by both

    Source: RFC 9112, 6.1 to 6.3 and 9.3.2. Both at once are refused, or the coding wins and the connection is closed
    (ruling 19). Requests on one connection are answered in their order.

    Scenario Outline: Both at once, Content-Length <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 in chunked coding beside Content-Length <length>
      Then the chunk is refused, or it is stored as it was coded and the connection is closed

      Examples:
        | what                | length |
        | of the coded body   | 60     |
        | of the content      | 50     |
        | zero                | 0      |

    @about:CHK-13
    Scenario Outline: A coded body <form>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 in chunked coding, <form>
      Then the chunk is not accepted
      And no byte of 0-49 is recorded

      Examples:
        | form                                |
        | with a size that is no number       |
        | with a negative size                |
        | with more data than the size says   |

    @needs:get-session
    Scenario: Requests one after the other on one connection
      Given an upload session for a file of 100 bytes
      When the client sends two chunks and a query on one connection, each after the last answer
      Then each answer is that of its request, as far as the connection was kept

    @needs:get-session
    Scenario: Requests on one connection that do not wait for answers
      Given an upload session for a file of 100 bytes
      When the client sends two chunks and a query on one connection without waiting
      Then each answer is that of its request, as far as the connection was kept

  @HTTP-04 @level:MUST @source:http @profile:service-fabric @profile:strict-http
  Rule: HTTP-04 An invalid Content-Length is answered 400, and the connection is closed

    Source: RFC 9112, 6.3: the recipient cannot know where the message ends.

    Scenario Outline: Content-Length <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 under Content-Length "<length>", on a connection of its own
      Then the answer is 400
      And the connection is closed

      Examples:
        | what                  | length |
        | that is a word        | fifty  |
        | that is negative      | -50    |
        | with a plus sign      | +50    |
        | in hexadecimal        | 0x32   |
        | with a fraction       | 50.0   |
        | with a list of two    | 50, 49 |

    Scenario: Two lengths that differ
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 under Content-Length "50" and "49", on a connection of its own
      Then the answer is 400
      And the connection is closed

  @HTTP-06 @level:MUST @level:service-fabric=SHOULD @source:http @profile:service-fabric @profile:strict-http @needs:get-session @needs:delete-session @explained-by:HTTP-03
  @explained-by:HTTP-01 @explained-by:HTTP-02
  Rule: HTTP-06 After an early error the rest of the body is read, or the connection is closed

    Source: RFC 9112, 9.3. A body that is left on the connection is taken for the next request: whoever can upload a file
    could so send requests in the name of whoever uses the connection next. What the real system does is not known.

    @stores:1MiB
    Scenario Outline: A chunk with <defect>, a body of <bytes> bytes
      Given a session for 100 bytes that holds 0-49
      When the client sends a chunk with <defect> whose body of <bytes> bytes is full of requests to delete the session, and then a query on one connection
      Then the chunk is refused, and the query has its own answer or the connection was closed
      And the session still expects bytes 50-99

      Examples:
        | defect                     | bytes  |
        | no api-version             | 1000   |
        | no api-version             | 200000 |
        | no such action             | 1000   |
        | another method             | 1000   |
        | a malformed Content-Range  | 1000   |

    Scenario: A chunk with no api-version and a coded body
      Given a session for 100 bytes that holds 0-49
      When the client sends a chunk with no api-version whose body of 1000 bytes in chunked coding is full of requests to delete the session, and then a query on one connection
      Then the chunk is refused, and the query has its own answer or the connection was closed
      And the session still expects bytes 50-99
