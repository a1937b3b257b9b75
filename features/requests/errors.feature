Feature: Errors

  "All other status codes: the detailed error response."

  @ERR-01 @level:MUST @source:documented
  Rule: ERR-01 The body of an error is a FabricError

    Source: the response table and the model FabricError, {"Error":{"Code":"...","Message":"..."}}. In the documented
    profile an error may come without a body; one that is there has this shape. In service-fabric a body is there, but for
    errors of authentication and listings of nothing; in strict-http it should be.

    Scenario: A chunk whose range is refused
      Given an upload session for a file of 20 bytes
      When the client uploads 22 bytes under Content-Range "bytes 0-21/20"
      Then the chunk is refused with a FabricError or without a body

    Scenario: A commit of nothing
      Given an upload session for a file of 20 bytes
      When the client commits the session
      Then the commit is refused with a FabricError or without a body

    @last
    Scenario: Every error of the run
      Then every error of the run had a FabricError or no body

    @profile:service-fabric @profile:strict-http @level:strict-http=SHOULD @last
    Scenario: Every error of the run has a body
      Then every answer of the run had a body if it was an error

  @ERR-02 @level:MUST @source:documented @explained-by:ERR-01
  Rule: ERR-02 A FabricError has a code; its message is optional

    Source: the model FabricErrorError, in which Code is required. In service-fabric both are always there.

    @last
    Scenario: Every FabricError of the run
      Then every FabricError of the run had a code

    @profile:service-fabric @last
    Scenario: Every FabricError of the run has a message
      Then every answer of the run had a message if it was a FabricError

  @ERR-03 @level:MUST @source:implementation @profile:service-fabric
  Rule: ERR-03 Every answer is declared as JSON in UTF-8 and not to be sniffed

    Source: the real system's handlers, for successes without a body too. Exempt are 204, and errors of the status alone
    (ERR-07).

    Scenario: A chunk that is stored and one that is refused
      Given a session for 20 bytes that holds 0-9
      When the client uploads 22 bytes under Content-Range "bytes 0-21/20"
      Then the answer is declared as JSON in UTF-8 and not to be sniffed

    Scenario: A commit that is accepted
      Given a session for 20 bytes that is complete
      When the client commits the session
      Then the answer is declared as JSON in UTF-8 and not to be sniffed

    @last
    Scenario: The Content-Type of every answer of the run
      Then every answer of the run was declared as JSON in UTF-8

    @last
    Scenario: The X-Content-Type-Options of every answer of the run
      Then every answer of the run forbade content sniffing

  @ERR-04 @level:SHOULD @level:service-fabric=MUST @source:documented @source:implementation
  @explained-by:CR-08 @explained-by:SID-04 @explained-by:SID-10 @explained-by:CHK-05 @explained-by:ERR-01 @explained-by:ERR-02
  Rule: ERR-04 The code of an error is a documented one, but in service-fabric three more

    Source: the enumeration FabricErrorCodes, which is closed in the documents and does not have the three codes by which
    the real system tells what is wrong with an upload session. A client must bear with codes that it does not know; a
    server that answers with one differs from the documents, and is warned.

    @profile:documented @profile:strict-http @last
    Scenario: Every code of the run
      Then every answer of the run had a documented code if it was a FabricError

    @profile:service-fabric
    Scenario: A range that is not satisfiable
      Given a session for 20 bytes that holds 0-9
      When the client uploads 22 bytes under Content-Range "bytes 0-21/20"
      Then the answer is 400 RANGE

    @profile:service-fabric
    Scenario: An id in use for another path
      Given a session for 20 bytes that holds 0-9
      When the client uploads bytes 10-19 to another path under the same id
      Then the answer is 409 CONFLICT

    @profile:service-fabric
    Scenario: An id that is none
      Given an upload session for a file of 20 bytes
      When the client uploads bytes 0-9 with the session id "banana"
      Then the answer is 400 SID

  @ERR-05 @level:MUST @source:implementation @profile:service-fabric
  Rule: ERR-05 A range error is 400, never 416

    Source: the real system's table of errors; its constant for 416 is never used. Clients of it look for the code under
    400.

    Scenario: A range past the end of the file
      Given an upload session for a file of 20 bytes
      When the client uploads 22 bytes under Content-Range "bytes 0-21/20"
      Then the range error is 400

    Scenario: A range that is none
      Given an upload session for a file of 20 bytes
      When the client uploads 10 bytes under Content-Range "bytes a-b/c"
      Then the range error is 400

    Scenario: A range that was received
      Given a session for 20 bytes that holds 0-9
      When the client uploads bytes 0-9 again
      Then the range error is 400

    @last
    Scenario: Every error of the run
      Then every answer of the run was not 416

  @ERR-06 @level:MAY @source:implementation @profile:service-fabric @explained-by:ERR-02
  Rule: ERR-06 A message may be the word Null, but it is a text

    Source: the real system writes "Null" where no text is registered for a code. Any text will do; a client that shows it
    needs one.

    @level:MUST
    Scenario: The message of a range error
      Given an upload session for a file of 20 bytes
      When the client uploads 22 bytes under Content-Range "bytes 0-21/20"
      Then the refusal has a message of some text

  @ERR-07 @level:MAY @source:implementation @profile:service-fabric @needs:list @explained-by:ERR-01
  Rule: ERR-07 A listing of nothing may be an error without a body, but not with another one

    Source: the real system answers 404 alone. Either will do here; GET-04 says what service-fabric expects.

    @level:MUST
    Scenario: The listing of an absent path
      Given a path where nothing is stored
      When the client makes a listing of nothing with api-version "6.2"
      Then the listing is refused with a FabricError or without a body

  @ERR-08 @level:MAY @source:implementation @profile:service-fabric @explained-by:ERR-02
  Rule: ERR-08 A code may be an internal name, but it is a name

    Source: the real system lets names such as NotFound and OperationsPending through. A client that knows a code finds it
    by comparing words.

    @level:MUST @last
    Scenario: Every code of the run is one word
      Then every answer of the run had a name for its code if it was a FabricError

  @ERR-09 @level:MAY @source:implementation @profile:service-fabric @explained-by:ERR-04
  Rule: ERR-09 The reason phrase may be the code of the error, but not that of another

    Source: the real system writes "504 FABRIC_E_TIMEOUT"; logs of its users show no more than that line. The standard
    phrase will do too.

    @level:MUST @last
    Scenario: Every reason phrase of the run
      Then every answer of the run had no reason phrase that names another error

  @ERR-10 @level:MUST @source:documented @explained-by:CR-04 @explained-by:CR-08 @explained-by:CR-12 @explained-by:COM-04 @explained-by:COM-06 @explained-by:SID-02 @explained-by:VER-01
  Rule: ERR-10 2xx is never sent for a request that was refused

    Source: the response table: 200 is for success. Never blamed beside the requirement whose refusal it was.

    Scenario: A commit of a session that does not exist
      Given an upload session for a file of 20 bytes
      When the client commits the session
      Then the commit is refused

    Scenario: A chunk with an unknown file length
      Given an upload session for a file of 20 bytes
      When the client uploads 10 bytes under Content-Range "bytes 0-9/*"
      Then the chunk is refused

    Scenario: A chunk outside the file
      Given an upload session for a file of 20 bytes
      When the client uploads 22 bytes under Content-Range "bytes 0-21/20"
      Then the chunk is refused
