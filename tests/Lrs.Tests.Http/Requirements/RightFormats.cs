namespace Lrs.Tests.Http.Requirements;

/// <summary>What the format of statements allows (xAPI Data 2 and 4; 9274.1.1 4.2), change by change.</summary>
internal static class RightFormats
{
    private const string Gone = FormatRow.Gone;

    /// <summary>Changes that must be taken.</summary>
    public static readonly FormatRow[] All =
    [
        .. FormatRow.Each("XAPI-00119", """{"https://example.org/x":null} {"https://example.org/x":""} {"https://example.org/x":{}} {"https://example.org/x":[]} {}""", "", "object/definition/extensions", "result/extensions", "context/extensions"),
        .. FormatRow.Each("XAPI-00034 XAPI-00031", """{"objectType":"Agent","openid":"https://ada.example.org/"} {"objectType":"Agent","mbox_sha1sum":"E2E5CE8D2D0AE6D4ED9A3CBD9F8A2F4D2F2B8A3C"} {"objectType":"Agent","account":{"homePage":"https://example.org","name":"ada"}}""", "", "@agent"),
        .. FormatRow.Each("XAPI-00037 XAPI-00036", """{"objectType":"Group","openid":"https://w.example.org/"} {"objectType":"Group","account":{"homePage":"https://example.org","name":"w"},"member":[]} {"objectType":"Group","member":[{"mbox":"mailto:b@example.org"}]}""", "", "@group"),
        new("XAPI-00049", "object/definition", """{"interactionType":"other"}"""),
        .. FormatRow.Each("XAPI-00051 XAPI-00052 XAPI-00053 XAPI-00054 XAPI-00055", """
            {"interactionType":"performance","steps":[{"id":"a"}]} {"interactionType":"matching","source":[{"id":"a"}],"target":[{"id":"a"}]} {"interactionType":"likert","scale":[{"id":"a"}]} {"interactionType":"sequencing","choices":[{"id":"a"}]} {"interactionType":"true-false"} {"interactionType":"fill-in"} {"interactionType":"long-fill-in"} {"interactionType":"numeric","correctResponsesPattern":["4[:]"]}
            """, "", "object/definition"),
        .. FormatRow.Each("XAPI-00077 XAPI-00124", "\"P3Y6M4DT12H30M5S\" \"PT0S\" \"P4W\" \"PT1.5S\" \"P1Y\"", "", "result/duration"),
        .. FormatRow.Each("XAPI-00022 XAPI-00123", "\"2026-03-01T10:00:00Z\" \"2026-03-01T10:00:00.123456+01:00\" \"2026-03-01T10:00:00\" \"2090-01-01T00:00:00Z\"", "", "timestamp"),
        .. FormatRow.Each("XAPI-00083", "1 -1 0 1e-3", "", "result/score/scaled"),
        .. FormatRow.Each("XAPI-00082", "0 10 5.5000000", "", "result/score/raw"),
        .. FormatRow.Each("XAPI-00094 XAPI-00096", """{"id":"https://example.org/p"}""", "", "context/contextActivities/parent", "context/contextActivities/grouping", "context/contextActivities/category", "context/contextActivities/other"),
        new("XAPI-00084 XAPI-00085", "object", """{"objectType":"StatementRef","id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee"}"""),
        new("XAPI-00065", "object", """{"objectType":"Agent","mbox":"mailto:ada@example.org"}"""),
        new("XAPI-00065", "object", """{"objectType":"Group","mbox":"mailto:ada@example.org"}"""),
        new("XAPI-00066", "object", """{"objectType":"SubStatement","actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://example.org/did"},"object":{"id":"http://example.org/a"}}""") { TopOnly = true },
        new("XAPI-00073", "object", """{"objectType":"StatementRef","id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee"}"""),
        new("XAPI-00097", "stored", "\"2013-05-18T05:32:34.804Z\"") { TopOnly = true },
        new("XAPI-00024", "authority", """{"mbox":"mailto:a@example.org"}""") { TopOnly = true },
        new("XAPI-00098", "authority", """{"objectType":"Group","member":[{"account":{"homePage":"https://example.org/oauth","name":"app"}},{"mbox":"mailto:a@example.org"}]}""") { TopOnly = true },
        .. FormatRow.Each("XAPI-00101", "\"1.0\" \"1.0.0\" \"1.0.9\"", "", "version").Select(row => row with { TopOnly = true }),
        .. FormatRow.Each("XAPI-00013 XAPI-00121", """{"en-GB":"x","cy":"y"} {"zh-Hant-TW":"x"} {"x-private":"x"} {"i-klingon":"x"} {}""", "", "verb/display", "object/definition/name", "object/definition/description"),
        new("XAPI-00093 XAPI-00095", "context/contextActivities", "{}"),
        new("XAPI-00088", "context/team", """{"objectType":"Group","member":[{"mbox":"mailto:b@example.org"}]}"""),
        .. FormatRow.Each("XAPI-00021", Gone, "", "result", "context", "timestamp", "attachments", "verb/display", "object/definition", "object/objectType", "actor/name", "actor/objectType"),
    ];
}
