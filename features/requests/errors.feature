Feature: Errors

  "All other status codes: the detailed error response."

  @ERR-01 @level:MUST @source:documented
  Rule: ERR-01 The body of an error is a FabricError

    Source: the response table and the model FabricError, {"Error":{"Code":"...","Message":"..."}}. In the documented
    profile an error may come without a body; one that is there has this shape.

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

  @ERR-02 @level:MUST @source:documented @explained-by:ERR-01
  Rule: ERR-02 A FabricError has a code; its message is optional

    Source: the model FabricErrorError, in which Code is required.

    @last
    Scenario: Every FabricError of the run
      Then every FabricError of the run had a code

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
