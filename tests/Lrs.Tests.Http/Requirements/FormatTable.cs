using System.Text;
using System.Text.Json;

namespace Lrs.Tests.Http.Requirements;

/// <summary>What the format of statements asks for (xAPI Data 2 and 4; 9274.1.1 4.2), change by change.</summary>
internal static class FormatTable
{
    private const string Gone = FormatRow.Gone;

    /// <summary>Changes that must be refused, with the rule that must be named.</summary>
    public static readonly FormatRow[] Wrong =
    [
        // :: values of any object
        .. Each("XAPI-00001", "null", "value.null", "actor", "actor/name", "verb", "verb/display", "verb/display/en", "object", "object/id", "object/definition", "object/definition/name/en", "object/definition/choices", "result", "result/success", "result/score/raw", "context", "context/platform", "context/contextActivities/parent", "timestamp", "attachments"),
        .. Each("XAPI-00006 XAPI-00014", "1", "value.type", "actor", "actor/name", "verb", "verb/id", "verb/display", "object", "object/id", "result", "context", "context/team", "timestamp", "attachments", "context/contextActivities"),
        .. Each("XAPI-00006 XAPI-00014", "[]", "value.type", "actor", "verb", "object", "result", "context", "result/score", "object/definition", "verb/display"),
        .. Each("XAPI-00006", "\"text\"", "value.type", "actor", "verb", "object", "result", "context", "result/score", "result/score/raw", "result/success", "attachments", "object/definition/choices"),
        .. Each("XAPI-00007 XAPI-00011", "\"relative/path\"", "iri.invalid", "verb/id", "object/id", "object/definition/type", "object/definition/moreInfo", "attachments/0/usageType", "attachments/0/fileUrl", "context/contextActivities/parent/0/id"),
        .. Each("XAPI-00007 XAPI-00011", "\"\"", "iri.invalid", "verb/id", "object/id", "object/definition/type", "object/definition/moreInfo", "attachments/0/usageType", "attachments/0/fileUrl"),
        .. Each("XAPI-00007", "\"\"", "uuid.invalid", "context/registration", "context/statement/id"),
        new("XAPI-00007", "timestamp", "\"\"", "timestamp.invalid"),
        new("XAPI-00007", "result/duration", "\"\"", "duration.invalid"),
        new("XAPI-00008 XAPI-00010", "Actor", "{}", "property.case") { TopOnly = true },
        .. Each("XAPI-00008 XAPI-00010", "{}", "property.case", "Result", "verb/Display", "context/Team", "context/contextActivities/Parent", "object/Definition", "object/definition/Name", "result/Score", "attachments/0/fileURL", "actor/objecttype", "context/contextactivities"),
        .. Each("XAPI-00009 XAPI-00031", "\"agent\"", "actor.objectType|object.objectType", "@agent/objectType"),
        .. Each("XAPI-00009 XAPI-00031", "\"GROUP\"", "actor.objectType|object.objectType", "@agent/objectType"),
        new("XAPI-00009 XAPI-00046", "object/objectType", "\"activity\"", "object.objectType"),
        new("XAPI-00009 XAPI-00049", "object/definition/interactionType", "\"Choice\"", "interaction.type.invalid"),
        .. Each("XAPI-00013 XAPI-00121", """{"en_US":"x"}""", "language.invalid", "verb/display", "object/definition/name", "object/definition/description", "object/definition/choices/0/description", "attachments/0/display", "attachments/0/description"),
        .. Each("XAPI-00013 XAPI-00121", """{"a":"x"}""", "language.invalid", "verb/display", "object/definition/name", "object/definition/description", "attachments/0/display"),
        .. Each("XAPI-00021", "1", "property.unknown", "other", "actor/other", "verb/other", "object/other", "object/definition/other", "result/other", "result/score/other", "context/other", "context/contextActivities/other2", "attachments/0/other"),
        .. Each("XAPI-00118", """{"key":1}""", "extension.key", "object/definition/extensions", "result/extensions", "context/extensions"),
        .. Each("XAPI-00057 XAPI-00078 XAPI-00120", "[1]", "value.type", "object/definition/extensions", "result/extensions", "context/extensions"),

        // :: the statement
        new("XAPI-00003", "actor", Gone, "statement.actor.missing"),
        new("XAPI-00004", "verb", Gone, "statement.verb.missing"),
        new("XAPI-00005", "object", Gone, "statement.object.missing"),
        .. Each("XAPI-00022 XAPI-00123", "\"yesterday\"", "timestamp.invalid", "timestamp"),
        .. Each("XAPI-00022 XAPI-00123", "\"2026-03-01T10:00:00-00:00\"", "timestamp.offset", "timestamp"),
        new("XAPI-00022 XAPI-00123", "timestamp", "\"2026-13-01T10:00:00Z\"", "timestamp.invalid"),
        new("XAPI-00023", "stored", "\"now\"", "timestamp.invalid") { TopOnly = true },
        .. Each("XAPI-00024", "\"Ada\"", "value.type", "authority").Select(row => row with { TopOnly = true }),
        new("XAPI-00024", "authority", """{"name":"Ada"}""", "actor.identifier.missing") { TopOnly = true },
        .. Each("XAPI-00025", "{}", "value.type", "attachments"),
        .. Each("XAPI-00027 XAPI-00028 XAPI-00029 XAPI-00030", "\"6690e6c93ef04ed38b377f3964730bee\"", "uuid.invalid", "context/registration", "context/statement/id"),
        .. Each("XAPI-00027 XAPI-00028 XAPI-00029 XAPI-00030", "\"{6690e6c9-3ef0-4ed3-8b37-7f3964730bee}\"", "uuid.invalid", "context/registration", "context/statement/id"),
        .. Each("XAPI-00027 XAPI-00028 XAPI-00029 XAPI-00030", "\"6690e6c9-3ef0-4ed3-8b37-7f3964730bez\"", "uuid.invalid", "context/registration", "context/statement/id"),
        new("XAPI-00027 XAPI-00028 XAPI-00029 XAPI-00030", "id", "\"6690e6c9-3ef0-4ed3-8b37\"", "uuid.invalid") { TopOnly = true },
        .. Each("XAPI-00101", "\"\" \"0.9.9\" \"1.1.0\" \"1.0.x\" \"2.1.0\"", "statement.version", "version").Select(row => row with { TopOnly = true }),
        new("XAPI-00098", "authority", """{"objectType":"Group","member":[{"account":{"homePage":"https://example.org","name":"app"}},{"mbox":"mailto:a@example.org"},{"mbox":"mailto:b@example.org"}]}""", "authority.group") { TopOnly = true },
        new("XAPI-00098", "authority", """{"objectType":"Group","member":[{"account":{"homePage":"https://example.org","name":"app"}}]}""", "authority.group") { TopOnly = true },
        new("XAPI-00098", "authority", """{"objectType":"Group","mbox":"mailto:g@example.org","member":[{"account":{"homePage":"https://example.org","name":"app"}},{"mbox":"mailto:a@example.org"}]}""", "authority.group") { TopOnly = true },
        new("XAPI-00100", "authority", """{"objectType":"Group","member":[{"mbox":"mailto:b@example.org"},{"mbox":"mailto:a@example.org"}]}""", "authority.group") { TopOnly = true },

        // :: actors
        .. Each("XAPI-00032", "1", "value.type", "@agent/objectType"),
        .. Each("XAPI-00033", "1", "value.type", "@agent/name", "@group/name"),
        .. Each("XAPI-00034", Gone, "actor.identifier.missing", "@agent/mbox"),
        .. Each("XAPI-00034", "\"https://ada.example.org/\"", "actor.identifier.many", "@agent/openid"),
        .. Each("XAPI-00034", """{"homePage":"https://example.org","name":"ada"}""", "actor.identifier.many", "@agent/account"),
        .. Each("XAPI-00034", "\"e2e5ce8d2d0ae6d4ed9a3cbd9f8a2f4d2f2b8a3c\"", "actor.identifier.many", "@agent/mbox_sha1sum"),
        .. Each("XAPI-00035", """{"objectType":"Group"}""", "group.member.missing", "@group"),
        .. Each("XAPI-00035", """{"objectType":"Group","member":[]}""", "group.member.missing", "@group"),
        .. Each("XAPI-00036", "{}", "value.type", "@group/member"),
        .. Each("XAPI-00036", "[1]", "value.type", "@group/member"),
        .. Each("XAPI-00036", """[{"name":"nobody"}]""", "actor.identifier.missing", "@group/member"),
        .. Each("XAPI-00036", """[{"objectType":"Group","mbox":"mailto:g@example.org"}]""", "group.member.group", "@group/member"),
        .. Each("XAPI-00037", "\"https://ada.example.org/\"", "actor.identifier.many", "@group/openid"),
        .. Each("XAPI-00037", """{"homePage":"https://example.org","name":"ada"}""", "actor.identifier.many", "@group/account"),
        .. Each("XAPI-00038", "\"ada@example.org\" \"mailto:ada\" \"http://example.org\" \"\"", "actor.mbox", "@agent/mbox", "@group/mbox"),
        .. Each("XAPI-00038", "1", "value.type", "@agent/mbox", "@group/mbox"),
        .. Each("XAPI-00039", """{"mbox_sha1sum":1}""", "value.type", "actor"),
        .. Each("XAPI-00039", """{"objectType":"Agent","mbox_sha1sum":"xyz"}""", "actor.mbox_sha1sum", "@agent"),
        .. Each("XAPI-00039", """{"objectType":"Group","mbox_sha1sum":"xyz"}""", "actor.mbox_sha1sum", "@group"),
        .. Each("XAPI-00040", """{"objectType":"Agent","openid":"ada"}""", "iri.invalid", "@agent"),
        .. Each("XAPI-00040", """{"objectType":"Group","openid":"ada"}""", "iri.invalid", "@group"),
        .. Each("XAPI-00041", """{"objectType":"Agent","account":"ada"}""", "value.type", "@agent"),
        .. Each("XAPI-00042", """{"objectType":"Agent","account":{"name":"ada"}}""", "account.homePage.missing", "@agent"),
        .. Each("XAPI-00042", """{"objectType":"Agent","account":{"name":"ada","homePage":"here"}}""", "iri.invalid", "@agent"),
        .. Each("XAPI-00042", """{"objectType":"Group","account":{"name":"ada"}}""", "account.homePage.missing", "@group"),
        .. Each("XAPI-00043", """{"objectType":"Agent","account":{"homePage":"https://example.org"}}""", "account.name.missing", "@agent"),
        .. Each("XAPI-00043", """{"objectType":"Group","account":{"homePage":"https://example.org"}}""", "account.name.missing", "@group"),

        // :: verb and object
        new("XAPI-00044", "verb/id", Gone, "verb.id.missing"),
        new("XAPI-00044", "verb/id", "\"answered\"", "iri.invalid"),
        new("XAPI-00045", "verb/display", "\"answered\"", "value.type"),
        .. Each("XAPI-00046", "\"Course\"", "object.objectType", "object/objectType"),
        new("XAPI-00047", "object/id", Gone, "activity.id.missing"),
        new("XAPI-00047", "object/id", "\"course\"", "iri.invalid"),
        new("XAPI-00048", "object/definition", "\"text\"", "value.type"),
        .. Each("XAPI-00049", "\"essay\"", "interaction.type.invalid", "object/definition/interactionType"),
        new("XAPI-00049", "object/definition/interactionType", "1", "value.type"),
        .. Each("XAPI-00050", "\"a\" {} [1]", "value.type", "object/definition/correctResponsesPattern"),
        .. Lists("XAPI-00051", "performance", "steps"),
        .. Lists("XAPI-00052", "matching", "target"),
        .. Lists("XAPI-00053", "matching", "source"),
        .. Lists("XAPI-00054", "likert", "scale"),
        .. Lists("XAPI-00055", "choice", "choices"),
        new("XAPI-00058", "object/definition/choices/0/id", Gone, "interaction.component.id.missing"),
        new("XAPI-00058", "object/definition/choices/0/id", "\"b\"", "interaction.component.id.twice"),
        new("XAPI-00058", "object/definition/choices/0/id", "1", "value.type"),
        .. Each("XAPI-00056 XAPI-00059", "\"Question\"", "value.type", "object/definition/name", "object/definition/description"),
        new("XAPI-00060", "object/definition/type", "\"question\"", "iri.invalid"),
        new("XAPI-00061", "object/definition/moreInfo", "\"more\"", "iri.invalid"),
        new("XAPI-00062", "object/definition/choices/0/description", "\"A\"", "value.type"),
        new("XAPI-00063", "object/definition/choices/0", "\"a\"", "value.type"),
        new("XAPI-00064", "object/definition/interactionType", Gone, "interaction.type.missing"),
        new("XAPI-00064", "object/definition", """{"correctResponsesPattern":["a"]}""", "interaction.type.missing"),
        new("XAPI-00064", "object/definition", """{"steps":[{"id":"a"}]}""", "interaction.type.missing"),
        new("XAPI-00065", "object", """{"mbox":"mailto:ada@example.org"}""", "activity.id.missing"),
        new("XAPI-00066", "object", """{"objectType":"SubStatement","verb":{"id":"http://example.org/did"},"object":{"id":"http://example.org/a"}}""", "statement.actor.missing") { TopOnly = true },
        .. SubProperties("XAPI-00067", "authority", """{"mbox":"mailto:a@example.org"}"""),
        .. SubProperties("XAPI-00068", "version", "\"1.0.3\""),
        .. SubProperties("XAPI-00069", "stored", "\"2026-03-01T10:00:00Z\""),
        .. SubProperties("XAPI-00070", "id", "\"6690e6c9-3ef0-4ed3-8b37-7f3964730bee\""),
        new("XAPI-00071", "object", """{"objectType":"SubStatement","actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://example.org/did"},"object":{"objectType":"SubStatement","actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://example.org/did"},"object":{"id":"http://example.org/a"}}}""", "substatement.nested") { TopOnly = true },
        new("XAPI-00072", "object", """{"objectType":"StatementRef"}""", "statementref.id.missing"),
        new("XAPI-00072", "object", """{"objectType":"StatementRef","id":"https://example.org"}""", "uuid.invalid"),
        new("XAPI-00073", "object/objectType", "\"StatementReference\"", "object.objectType"),
        new("XAPI-00073", "object/objectType", "\"statementref\"", "object.objectType"),
        new("XAPI-00017 XAPI-00019 XAPI-00020", "verb/id", "\"http://adlnet.gov/expapi/verbs/voided\"", "voiding.object"),

        // :: result
        new("XAPI-00074", "result/success", "\"true\"", "value.type"),
        new("XAPI-00074", "result/success", "1", "value.type"),
        new("XAPI-00075", "result/completion", "\"true\"", "value.type"),
        new("XAPI-00076", "result/response", "1", "value.type"),
        .. Each("XAPI-00077 XAPI-00124", "\"1 hour\" \"PT\" \"P1W2D\" \"PT1H30\" \"P0001-01-01T00:00:00\"", "duration.invalid", "result/duration"),
        new("XAPI-00077 XAPI-00124", "result/duration", "60", "value.type"),
        .. Each("XAPI-00079", "5 \"5\" []", "value.type", "result/score"),
        .. Each("XAPI-00080 XAPI-00081 XAPI-00082 XAPI-00083", "\"1\"", "value.type", "result/score/max", "result/score/min", "result/score/raw", "result/score/scaled"),
        new("XAPI-00081", "result/score/min", "11", "score.min.max"),
        .. Each("XAPI-00082", "10.1 -0.1", "score.raw", "result/score/raw"),
        .. Each("XAPI-00083", "1.01 -1.01 50", "score.scaled", "result/score/scaled"),

        // :: context
        .. Each("XAPI-00084", """{"objectType":"StatementRef","id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee"} {"objectType":"Agent","mbox":"mailto:a@example.org"} {"objectType":"Group","mbox":"mailto:a@example.org"}""", "context.revision", "object!"),
        .. Each("XAPI-00085", """{"objectType":"StatementRef","id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee"} {"objectType":"Agent","mbox":"mailto:a@example.org"} {"objectType":"Group","mbox":"mailto:a@example.org"}""", "context.platform", "object!"),
        new("XAPI-00086", "context/contextActivities", "\"parent\"", "value.type"),
        new("XAPI-00087", "context/registration", "\"one\"", "uuid.invalid"),
        new("XAPI-00087", "context/instructor", """{"name":"nobody"}""", "actor.identifier.missing"),
        new("XAPI-00087", "context/instructor", "\"Ada\"", "value.type"),
        new("XAPI-00088", "context/team", """{"mbox":"mailto:a@example.org"}""", "context.team"),
        new("XAPI-00088", "context/team", """{"objectType":"Agent","mbox":"mailto:a@example.org"}""", "context.team"),
        new("XAPI-00089", "context/revision", "1", "value.type"),
        new("XAPI-00090", "context/platform", "1", "value.type"),
        new("XAPI-00091", "context/language", "1", "value.type"),
        new("XAPI-00091", "context/language", "\"english_language\"", "language.invalid"),
        new("XAPI-00092", "context/statement", "\"6690e6c9-3ef0-4ed3-8b37-7f3964730bee\"", "value.type"),
        new("XAPI-00092", "context/statement/id", Gone, "statementref.id.missing"),
        new("XAPI-00092", "context/statement/objectType", Gone, "statementref.objectType"),
        new("XAPI-00093", "context/contextActivities/sibling", "[]", "property.unknown"),
        .. Each("XAPI-00094", "\"https://example.org/p\"", "value.type", "context/contextActivities/parent", "context/contextActivities/grouping", "context/contextActivities/category", "context/contextActivities/other"),
        .. Each("XAPI-00094", """{"objectType":"Agent","mbox":"mailto:a@example.org"}""", "activity.objectType", "context/contextActivities/parent/0", "context/contextActivities/other/0"),

        // :: attachments
        new("XAPI-00102", "attachments/0/length", "\"4\"", "value.type"),
        new("XAPI-00102", "attachments/0/length", "4.5", "attachment.length"),
        new("XAPI-00102", "attachments/0/length", Gone, "attachment.length.missing"),
        new("XAPI-00103", "attachments/0/sha2", "1", "value.type"),
        new("XAPI-00103", "attachments/0/sha2", "\"short\"", "attachment.sha2"),
        new("XAPI-00103", "attachments/0/sha2", Gone, "attachment.sha2.missing"),
        new("XAPI-00104", "attachments/0/fileUrl", "\"file\"", "iri.invalid"),
        new("XAPI-00105", "attachments/0/contentType", "\"pdf\"", "attachment.contentType"),
        new("XAPI-00105", "attachments/0/contentType", Gone, "attachment.contentType.missing"),
        new("XAPI-00106", "attachments/0/display", "\"Certificate\"", "value.type"),
        new("XAPI-00106", "attachments/0/display", Gone, "attachment.display.missing"),
        new("XAPI-00107", "attachments/0/usageType", "\"usage\"", "iri.invalid"),
        new("XAPI-00107", "attachments/0/usageType", Gone, "attachment.usageType.missing"),
        new("XAPI-00025", "attachments/0", "\"file\"", "value.type"),
    ];

    /// <summary>Changes that must be taken.</summary>
    public static readonly FormatRow[] Right =
    [
        .. Each("XAPI-00119", """{"https://example.org/x":null} {"https://example.org/x":""} {"https://example.org/x":{}} {"https://example.org/x":[]} {}""", "", "object/definition/extensions", "result/extensions", "context/extensions"),
        .. Each("XAPI-00034 XAPI-00031", """{"objectType":"Agent","openid":"https://ada.example.org/"} {"objectType":"Agent","mbox_sha1sum":"E2E5CE8D2D0AE6D4ED9A3CBD9F8A2F4D2F2B8A3C"} {"objectType":"Agent","account":{"homePage":"https://example.org","name":"ada"}}""", "", "@agent"),
        .. Each("XAPI-00037 XAPI-00036", """{"objectType":"Group","openid":"https://w.example.org/"} {"objectType":"Group","account":{"homePage":"https://example.org","name":"w"},"member":[]} {"objectType":"Group","member":[{"mbox":"mailto:b@example.org"}]}""", "", "@group"),
        .. Each("XAPI-00049", "\"other\"", "", "object/definition/interactionType").Select(_ => new FormatRow("XAPI-00049", "object/definition", """{"interactionType":"other"}""")),
        .. Each("XAPI-00051 XAPI-00052 XAPI-00053 XAPI-00054 XAPI-00055", """
            {"interactionType":"performance","steps":[{"id":"a"}]} {"interactionType":"matching","source":[{"id":"a"}],"target":[{"id":"a"}]} {"interactionType":"likert","scale":[{"id":"a"}]} {"interactionType":"sequencing","choices":[{"id":"a"}]} {"interactionType":"true-false"} {"interactionType":"fill-in"} {"interactionType":"long-fill-in"} {"interactionType":"numeric","correctResponsesPattern":["4[:]"]}
            """, "", "object/definition"),
        .. Each("XAPI-00077 XAPI-00124", "\"P3Y6M4DT12H30M5S\" \"PT0S\" \"P4W\" \"PT1.5S\" \"P1Y\"", "", "result/duration"),
        .. Each("XAPI-00022 XAPI-00123", "\"2026-03-01T10:00:00Z\" \"2026-03-01T10:00:00.123456+01:00\" \"2026-03-01T10:00:00\" \"2090-01-01T00:00:00Z\"", "", "timestamp"),
        .. Each("XAPI-00083", "1 -1 0 1e-3", "", "result/score/scaled"),
        .. Each("XAPI-00082", "0 10 5.5000000", "", "result/score/raw"),
        .. Each("XAPI-00094 XAPI-00096", """{"id":"https://example.org/p"}""", "", "context/contextActivities/parent", "context/contextActivities/grouping", "context/contextActivities/category", "context/contextActivities/other"),
        new("XAPI-00084 XAPI-00085", "object", """{"objectType":"StatementRef","id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee"}"""),
        new("XAPI-00065", "object", """{"objectType":"Agent","mbox":"mailto:ada@example.org"}"""),
        new("XAPI-00065", "object", """{"objectType":"Group","mbox":"mailto:ada@example.org"}"""),
        new("XAPI-00066", "object", """{"objectType":"SubStatement","actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://example.org/did"},"object":{"id":"http://example.org/a"}}""") { TopOnly = true },
        new("XAPI-00073", "object", """{"objectType":"StatementRef","id":"6690e6c9-3ef0-4ed3-8b37-7f3964730bee"}"""),
        new("XAPI-00097", "stored", "\"2013-05-18T05:32:34.804Z\"") { TopOnly = true },
        new("XAPI-00024", "authority", """{"mbox":"mailto:a@example.org"}""") { TopOnly = true },
        new("XAPI-00098", "authority", """{"objectType":"Group","member":[{"account":{"homePage":"https://example.org/oauth","name":"app"}},{"mbox":"mailto:a@example.org"}]}""") { TopOnly = true },
        .. Each("XAPI-00101", "\"1.0\" \"1.0.0\" \"1.0.9\"", "", "version").Select(row => row with { TopOnly = true }),
        .. Each("XAPI-00013 XAPI-00121", """{"en-GB":"x","cy":"y"} {"zh-Hant-TW":"x"} {"x-private":"x"} {"i-klingon":"x"} {}""", "", "verb/display", "object/definition/name", "object/definition/description"),
        new("XAPI-00093", "context/contextActivities", "{}"),
        new("XAPI-00088", "context/team", """{"objectType":"Group","member":[{"mbox":"mailto:b@example.org"}]}"""),
        .. Each("XAPI-00021", Gone, "", "result", "context", "timestamp", "attachments", "verb/display", "object/definition", "object/objectType", "actor/name", "actor/objectType"),
    ];

    // Several values stand one after the other, as JSON.
    private static IEnumerable<FormatRow> Each(string ids, string values, string rule, params string[] paths) =>
        from path in paths
        from value in values == Gone ? [Gone] : Values(values)
        select new FormatRow(ids, path, value, rule);

    private static IEnumerable<FormatRow> Lists(string ids, string type, string list) =>
        Each(ids, $$"""
            {"interactionType":"{{type}}","{{list}}":"a"} {"interactionType":"{{type}}","{{list}}":{} } {"interactionType":"{{type}}","{{list}}":[1]}
            """, "value.type", "object/definition")
        .Append(new FormatRow(ids, "object/definition", $$"""{"interactionType":"{{type}}","{{list}}":[{"id":"a"},{"id":"a"}]}""", "interaction.component.id.twice"));

    private static IEnumerable<FormatRow> SubProperties(string ids, string name, string value) =>
    [
        new(ids, "object", $$"""{"objectType":"SubStatement","{{name}}":{{value}},"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://example.org/did"},"object":{"id":"http://example.org/a"} }""", "substatement.property") { TopOnly = true },
    ];

    private static List<string> Values(string values)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(values), new JsonReaderOptions { AllowMultipleValues = true });
        var found = new List<string>();
        while (json.Read())
        {
            found.Add(JsonElement.ParseValue(ref json).GetRawText());
        }

        return found;
    }
}
