Feature: The state of the store

  @INF-01 @level:MUST @source:documented @needs:info @explained-by:VER-04
  Rule: INF-01 The state of the store is told by the documented fields

    Source: Get Image Store Info, models ImageStoreInfo, DiskInfo and UsageInfo. 64-bit numbers are strings.

    Scenario: The answer is 200
      When the client asks for the state of the store
      Then the answer is 200

    Scenario: The documented fields
      When the client asks for the state of the store
      Then the state has the documented fields

    Scenario: The numbers of the disk
      When the client asks for the state of the store
      Then no more space is available than there is
