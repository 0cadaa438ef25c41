using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

public sealed class FinishingAStatement
{
    private const string Rest = "'stored':'2026-11-24T12:00:00.000000Z','authority':{'mbox':'mailto:lrs@x.example'}";

    [Fact]
    public void What_is_missing_is_added_round_the_bytes_as_received()
    {
        var statement = Some.Whole($"{{ {Some.Question} ,  {Some.Verb},{Some.Ada} }}");
        Assert.Equal(
            $"{{'id':'11111111-2222-3333-4444-555555555555',{Some.Question},{Some.Verb},{Some.Ada},'timestamp':'2026-11-24T12:00:00.000000Z',{Rest},'version':'2.0.0'}}",
            statement.Finished());
    }

    [Fact]
    public void A_statement_of_1_0_without_version_becomes_1_0_0() =>
        Assert.EndsWith(",'version':'1.0.0'}", Some.Statement("", XapiVersion.V1).Finished(XapiVersion.V1), StringComparison.Ordinal);

    [Fact]
    public void Its_own_id_version_and_timestamp_stay_where_they_are()
    {
        var own = $"'version':'1.0.9','timestamp':'2026-11-24T09:00:00Z',{Some.Ada},{Some.Verb},'id':'AAAAAAAA-2222-3333-4444-555555555555',{Some.Question}";
        Assert.Equal($"{{{own},{Rest}}}", Some.Whole($"{{{own}}}").Finished());
    }

    [Fact]
    public void Claims_of_stored_and_authority_are_dropped()
    {
        var statement = Some.Whole($"{{'stored':'2020-01-01T00:00:00Z',{Some.Ada},'authority':{{'mbox':'mailto:me@x.example'}},{Some.Verb},{Some.Question}}}");
        Assert.Equal(1, statement.Finished().Split("'stored'").Length - 1);
        Assert.DoesNotContain("me@x.example", statement.Finished());
        Assert.DoesNotContain("2020", statement.Finished());
    }

    [Theory]
    [InlineData("1.50")]
    [InlineData("1e1")]
    [InlineData("-0.0")]
    [InlineData("0.1234567890123456789012345678901234567890")]
    public void Numbers_keep_their_text(string number)
    {
        var statement = Some.Statement($"'result':{{'score':{{'raw':{number}}},'extensions':{{'https://x.example/e': [ {number} ]}}}}");
        Assert.Contains($"'result':{{'score':{{'raw':{number}}},'extensions':{{'https://x.example/e': [ {number} ]}}}}", statement.Finished());
    }

    [Fact]
    public void Escapes_and_unicode_keep_their_text()
    {
        var actor = @"'\u0061ctor':{'name':'Zo\u00eb G\/ŵ 😀','mbox':'mailto:a@b.example'}";
        Assert.Contains(actor, Some.Whole($"{{{actor},{Some.Verb},{Some.Question}}}").Finished());
    }

    [Theory]
    [InlineData("2026-11-24T12:00:00.1234567890123-05:00", "2026-11-24T17:00:00.1234567890123Z")]
    [InlineData("2026-12-31T23:30:00+01", "2026-12-31T22:30:00Z")]
    [InlineData("2027-01-01T00:59:60+01:00", "2027-01-01T00:00:00Z")]
    [InlineData("2026-11-24T12:00:00", "2026-11-24T12:00:00Z")]
    [InlineData("2026-11-24T12:00:00.10Z", "2026-11-24T12:00:00.10Z")]
    public void In_2_0_times_come_to_utc_with_all_their_digits_and_in_1_0_they_stay(string sent, string kept)
    {
        Assert.Contains($"'timestamp':'{kept}'", Some.Statement($"'timestamp':'{sent}'").Finished());
        Assert.Contains($"'timestamp':'{sent}'", Some.Statement($"'timestamp':'{sent}'", XapiVersion.V1).Finished(XapiVersion.V1));
    }

    [Fact]
    public void A_context_activity_alone_becomes_a_list_of_one_and_nothing_else_changes()
    {
        const string Alone = "'context':{'contextActivities':{ 'parent' : {'id':'https://x.example/p'},'other':[{'id':'https://x.example/o'}], 'category':{'id':'https://x.example/c'} }}";
        const string Listed = "'context':{'contextActivities':{ 'parent' : [{'id':'https://x.example/p'}],'other':[{'id':'https://x.example/o'}], 'category':[{'id':'https://x.example/c'}] }}";
        Assert.Contains(Listed, Some.Statement(Alone).Finished());
        var sub = "'object':{'objectType':'SubStatement'," + Some.Ada + "," + Some.Verb + "," + Some.Question + "," + Alone + "}";
        Assert.Contains(Listed, Some.Whole($"{{{Some.Ada},{Some.Verb},{sub}}}").Finished());
    }

    [Fact]
    public void Each_statement_of_a_batch_is_finished_from_its_own_place()
    {
        var one = $"{{{Some.Ada},{Some.Verb},{Some.Question},'timestamp':'2026-11-24T12:00:00+01:00','context':{{'contextActivities':{{'parent':{{'id':'https://x.example/p'}}}}}}}}";
        var batch = StatementReader.ReadBatch(Some.Json($" [ {one} ,\n{one}]"), XapiVersion.V2, new Faults())!;
        Assert.Equal(2, batch.Count);
        Assert.Equal(Some.Whole(one).Finished(), batch[0].Finished());
        Assert.Equal(batch[0].Finished(), batch[1].Finished());
        Assert.Contains("'timestamp':'2026-11-24T11:00:00Z','context':{'contextActivities':{'parent':[{'id':'https://x.example/p'}]}}", batch[1].Finished());
    }

    [Fact]
    public void It_cannot_be_stored_under_another_id_than_its_own()
    {
        var statement = Some.Statement("'id':'11111111-2222-3333-4444-555555555555'");
        Assert.Throws<ArgumentException>(() => statement.Finished(id: Guid.CreateVersion7()));
    }

    [Fact]
    public void The_log_gives_back_what_was_stored()
    {
        var stored = StatementReader.ReadStored(Some.Json(Some.Statement("'id':'11111111-2222-3333-4444-555555555555'").Finished()));
        Assert.Equal(Some.Stored, stored.Stored);
        Assert.Equal(Some.Stored, stored.Timestamp);
        Assert.Equal("2.0.0", stored.Version);
        Assert.Equal("mbox mailto:lrs@x.example", stored.Authority!.Key);
        Assert.Throws<InvalidDataException>(() => StatementReader.ReadStored(Some.Json("{'id':'x'}")));
        Assert.Throws<InvalidDataException>(() => StatementReader.ReadStored(Some.Json("{'actor'")));
    }
}
