using System.Text;
using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

public sealed class ReadingAStatement
{
    [Fact]
    public void Everything_that_was_said_can_be_asked_for()
    {
        var statement = StatementReader.Read(Corpus.Bytes("valid/everything.json"), XapiVersion.V1, new Faults())!;
        var question = Assert.IsType<Activity>(statement.Object).Definition!;
        Assert.Equal("Phishing", question.Name.Best("en"));
        Assert.Equal("Gwe-rwydo", question.Name.Best("cy-GB"));
        Assert.Equal(InteractionType.Choice, question.InteractionType);
        Assert.Equal(["a[,]c"], question.CorrectResponsesPattern!);
        Assert.Equal(["a", "b", "c"], question.Choices.Select(c => c.Id));
        Assert.Equal("The invoice", question.Choices[0].Description.Best("en"));
        Assert.Equal("https://force.example/learn", question.MoreInfo!.Text);
        Assert.StartsWith("{", Encoding.UTF8.GetString(question.Bytes.Span), StringComparison.Ordinal);
        Assert.True(question.Extensions.TryGet("https://x.example/difficulty", out var difficulty));
        Assert.Equal("0.3", Encoding.UTF8.GetString(difficulty.Span));

        Assert.Equal(new Score(0.5m, 5, 0, 10), statement.Result!.Score);
        Assert.True(statement.Result is { Success: false, Completion: true, Response: "a[,]b" });
        Assert.Equal(TimeSpan.FromSeconds(64.25), statement.Result.Duration!.Length);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 8, 30, 0, TimeSpan.Zero).AddTicks(1234567), statement.Timestamp);

        var context = statement.Context!;
        Assert.Equal("Grace", context.Instructor!.Name);
        Assert.Equal(2, context.Team!.Members.Count);
        Assert.Equal("https://lrs.example/t/default/activities/phishing", Assert.Single(context.Activities.Parent).Id.Text);
        Assert.Equal(("3", "Lrs", "en-GB"), (context.Revision, context.Platform, context.Language!.Text));
        Assert.Equal(statement.Id, context.Statement);
        Assert.Equal([false, true], statement.Attachments.Select(a => a.IsSignature));
        Assert.Equal(("1.0.3", "account https://auth.example/token client"), (statement.Version, statement.Authority!.Key));
    }

    [Fact]
    public void All_faults_of_all_statements_are_found_with_their_places()
    {
        var faults = new Faults();
        Assert.Null(StatementReader.ReadBatch(Some.Json($$$$$"""
            [{{{{{{Some.Ada}}}}},{{{{{Some.Verb}}}}},{{{{{Some.Question}}}}}},
             {'actor':{'mbox':'ada'},'verb':{},'object':{'id':'https://x.example/q','definition':{'name':{'en_GB':'x'}}},'context':{'registration':'1','extensions':{'a b':1}}},
             {'verb':{'id':'x'},'Object':{},'result':{'score':{'scaled':2}}}]
            """), XapiVersion.V2, faults));
        Assert.Equal(
            [
                "actor.mbox $[1].actor.mbox", "verb.id.missing $[1].verb", "language.invalid $[1].object.definition.name.en_GB", "uuid.invalid $[1].context.registration",
                "extension.key $[1].context.extensions['a b']", "iri.invalid $[2].verb.id", "property.case $[2].Object", "score.scaled $[2].result.score.scaled",
                "statement.actor.missing $[2]", "statement.object.missing $[2]",
            ],
            faults.Select(f => $"{f.Rule.Code} {f.Path}"));
    }

    [Fact]
    public void A_million_faults_are_counted_and_a_hundred_kept()
    {
        var faults = new Faults();
        Assert.Null(StatementReader.ReadBatch(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("1", 1_000_000))}]"), XapiVersion.V2, faults));
        Assert.Equal((Faults.Limit, 1_000_000), (faults.Count, faults.Found));
    }

    [Theory]
    [InlineData("?a", "$['?a']")]
    [InlineData("a.b", "$['a.b']")]
    [InlineData("", "$['']")]
    [InlineData("mood", "$.mood")]
    public void A_place_is_written_so_that_any_name_can_be_found(string name, string path)
    {
        var faults = new Faults();
        Assert.Null(StatementReader.Read(Some.Json($"{{{Some.Ada},{Some.Verb},{Some.Question},'{name}':1}}"), XapiVersion.V2, faults));
        Assert.Equal(path, Assert.Single(faults).Path);
    }

    [Fact]
    public void A_list_is_no_statement_where_one_is_wanted()
    {
        var faults = new Faults();
        Assert.Null(StatementReader.Read("[]"u8.ToArray(), XapiVersion.V2, faults));
        Assert.Equal("statement.shape", Assert.Single(faults).Rule.Code);
    }

    [Fact]
    public void Faults_that_were_there_before_do_not_spoil_a_good_statement()
    {
        var faults = new Faults();
        faults.Add(Rule.QueryUnknown, "Something else.");
        Assert.NotNull(StatementReader.Read(Corpus.Bytes("valid/smallest.json"), XapiVersion.V2, faults));
    }

    [Fact]
    public void Malformed_json_is_told_by_line_and_byte()
    {
        var faults = new Faults();
        Assert.Null(StatementReader.Read("{\n  \"actor\": {,}"u8.ToArray(), XapiVersion.V2, faults));
        Assert.Contains("line 2, byte 13", Assert.Single(faults).Message);
    }

    [Fact]
    public void The_session_of_cmi5_can_be_read_from_the_context()
    {
        var statement = Some.Statement("'context':{'extensions':{'https://w3id.org/xapi/cmi5/context/extensions/sessionid':'s-\\u0031','https://x.example/n':5}}");
        Assert.Equal("s-1", statement.Context!.Extensions.Text("https://w3id.org/xapi/cmi5/context/extensions/sessionid"));
        Assert.Null(statement.Context.Extensions.Text("https://x.example/n"));
        Assert.Null(statement.Context.Extensions.Text("https://x.example/none"));
    }
}
