using System.Buffers;
using System.Text;
using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

public sealed class FormattingStatements
{
    private const string Stored = """
        {'id':'11111111-2222-3333-4444-555555555555','actor':{'objectType':'Group','name':'Team','member':[{'name':'Ada','mbox':'mailto:a@x.example'},{'account':{'homePage':'https://f.example','name':'7'}}]},
        'verb':{'id':'https://x.example/v','display':{'en-GB':'did','cy':'gwneud'}},
        'object':{'objectType':'SubStatement','actor':{'objectType':'Group','name':'G','mbox':'mailto:g@x.example','member':[{'mbox':'mailto:b@x.example'}]},'verb':{'display':{'cy':'x'},'id':'https://x.example/w'},'object':{'objectType':'Activity','definition':{'name':{'en':'Q','cy':'C'}},'id':'https://x.example/q'}},
        'result':{'score':{'raw':1.50}},'context':{'team':{'objectType':'Group','name':'T','mbox':'mailto:t@x.example'},'platform':'p','contextActivities':{'parent':[{'id':'https://x.example/p','definition':{'interactionType':'choice','choices':[{'id':'a','description':{'cy':'A','en':'B'}}],'extensions':{'https://x.example/e':{'en':1,'cy':2}}}}]},'contextAgents':[{'objectType':'contextAgent','agent':{'name':'N','openid':'https://n.example/'},'relevantTypes':['https://x.example/r']}]},
        'authority':{'name':'Lrs','mbox':'mailto:lrs@x.example'},'timestamp':'2026-11-24T12:00:00Z'}
        """;

    [Fact]
    public void Ids_leaves_only_what_identifies() => Same("""
        {'id':'11111111-2222-3333-4444-555555555555','actor':{'objectType':'Group','member':[{'mbox':'mailto:a@x.example'},{'account':{'homePage':'https://f.example','name':'7'}}]},
        'verb':{'id':'https://x.example/v'},
        'object':{'objectType':'SubStatement','actor':{'objectType':'Group','mbox':'mailto:g@x.example'},'verb':{'id':'https://x.example/w'},'object':{'id':'https://x.example/q'}},
        'result':{'score':{'raw':1.50}},'context':{'team':{'objectType':'Group','mbox':'mailto:t@x.example'},'platform':'p','contextActivities':{'parent':[{'id':'https://x.example/p'}]},'contextAgents':[{'objectType':'contextAgent','agent':{'openid':'https://n.example/'},'relevantTypes':['https://x.example/r']}]},
        'authority':{'mbox':'mailto:lrs@x.example'},'timestamp':'2026-11-24T12:00:00Z'}
        """, (statement, output) => StatementFormatter.Ids(statement, output));

    [Fact]
    public void Canonical_takes_one_language_and_the_definitions_of_the_store()
    {
        var definition = Some.Json("{'name':{'en':'Best','cy':'Gorau'},'type':'https://x.example/t'}");
        var expected = Stored
            .Replace("'display':{'en-GB':'did','cy':'gwneud'}", "'display':{'cy':'gwneud'}")
            .Replace("'definition':{'name':{'en':'Q','cy':'C'}},'id':'https://x.example/q'", "'id':'https://x.example/q','definition':{'name':{'cy':'Gorau'},'type':'https://x.example/t'}")
            .Replace("'description':{'cy':'A','en':'B'}", "'description':{'cy':'A'}");
        Same(expected, (statement, output) => StatementFormatter.Canonical(
            statement, LanguagePreference.Parse("cy-GB, en;q=0.5"), iri => iri is "https://x.example/q" ? definition : null, output));
    }

    [Fact]
    public void Canonical_without_a_wish_takes_the_first_language() => Same(
        Stored.Replace(",'cy':'gwneud'", "").Replace("'en':'Q','cy':'C'", "'en':'Q'").Replace("'cy':'A','en':'B'", "'cy':'A'"),
        (statement, output) => StatementFormatter.Canonical(statement, LanguagePreference.None, _ => null, output));

    [Fact]
    public void A_statement_about_an_agent_or_another_statement_is_formatted_too()
    {
        static string Ids(string target)
        {
            var output = new ArrayBufferWriter<byte>();
            StatementFormatter.Ids(Some.Json($"{{{Some.Ada},'object':{target}}}"), output);
            return Encoding.UTF8.GetString(output.WrittenSpan).Replace('"', '\'');
        }

        Assert.Equal($"{{{Some.Ada},'object':{{'objectType':'Agent','mbox':'mailto:b@x.example'}}}}", Ids("{'objectType':'Agent','name':'B','mbox':'mailto:b@x.example'}"));
        Assert.Equal($"{{{Some.Ada},'object':{{'objectType':'StatementRef','id':'x'}}}}", Ids("{'objectType':'StatementRef','id':'x'}"));
    }

    private static void Same(string expected, Action<byte[], ArrayBufferWriter<byte>> format)
    {
        var output = new ArrayBufferWriter<byte>();
        format(Some.Json(Stored.Replace("\n", "").Replace("\r", "")), output);
        Assert.Equal(expected.Replace("\n", "").Replace("\r", ""), Encoding.UTF8.GetString(output.WrittenSpan).Replace('"', '\''));
    }
}
