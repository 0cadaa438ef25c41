using System.Net;
using Lrs.Data;
using Lrs.Packages.Modules;
using Xunit;

namespace Lrs.Tests.Http.Surveys;

public sealed class ReleasingAnswers
{
    [Theory, EveryDatabase]
    public async Task Nothing_comes_out_in_the_month_in_which_it_came(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var survey = await Survey.In(lrs);
        await survey.Gather(12);

        await survey.MonthsLater(0);

        Assert.Empty(await survey.Released());
    }

    [Theory, EveryDatabase]
    public async Task When_the_month_has_turned_all_come_out_once_with_one_actor_and_the_day(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var survey = await Survey.In(lrs);
        await survey.Gather(12);

        await survey.MonthsLater(1);
        await survey.MonthsLater(1);

        var released = await survey.Released();
        Assert.Equal(24, released.Count);
        var texts = released.Where(statement => statement.GetProperty("object").GetProperty("id").GetString() == "https://example.org/modules/felt/questions/felt.words")
            .Select(statement => statement.GetProperty("result").GetProperty("response").GetString()).ToList();
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"word-{i}").Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
        Assert.Equal("anonymous", Assert.Single(released.Select(statement => statement.GetProperty("actor").GetProperty("account").GetProperty("name").GetString()).Distinct()));
        Assert.All(released, statement => Assert.EndsWith("T00:00:00Z", statement.GetProperty("timestamp").GetString(), StringComparison.Ordinal));
        Assert.DoesNotContain(await WholeDatabase.Rows(lrs), row => row.Table == "survey_waiting");
    }

    [Theory, EveryDatabase]
    public async Task Fewer_than_ten_wait_for_the_others(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var survey = await Survey.In(lrs);
        await survey.Gather(9);

        await survey.MonthsLater(1);
        Assert.Empty(await survey.Released());

        await survey.Gather(1);
        await survey.MonthsLater(1);
        Assert.Equal(20, (await survey.Released()).Count);
    }

    [Theory, EveryDatabase]
    public async Task Number_and_rhythm_are_settings(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect, "Lrs:Surveys:Fewest=5", "Lrs:Surveys:Months=3");
        var survey = await Survey.In(lrs);
        await survey.Gather(5);

        await survey.MonthsLater(2);
        Assert.Empty(await survey.Released());

        await survey.MonthsLater(1);
        Assert.Equal(10, (await survey.Released()).Count);
    }

    [Theory, EveryDatabase]
    public async Task All_formats_of_a_module_gather_in_one_place(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var one = await Survey.In(lrs, PackageFormat.Cmi5);
        var other = await Survey.In(lrs, PackageFormat.Xapi);
        await one.Gather(5);
        await other.Gather(5);

        await one.MonthsLater(1);

        Assert.Equal(20, (await one.Released()).Count);
    }

    [Theory, EveryDatabase]
    public async Task Many_at_once_are_all_kept(Dialect dialect)
    {
        await using var lrs = await TestLrs.Start(dialect);
        var survey = await Survey.In(lrs);
        var door = await survey.Door((await survey.Opened("someone")).Files);

        var answers = await Task.WhenAll(Enumerable.Range(0, 210).Select(i => survey.Answer(door, $$"""{"seen":"1","words":"word-{{i}}"}""")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        await survey.MonthsLater(1);
        Assert.Equal(420, (await survey.Released()).Count);
    }

    [Theory]
    [InlineData("""{"words":"only"}""", "'seen' needs an answer")]
    [InlineData("""{"seen":"4"}""", "no such choices")]
    [InlineData("""{"seen":"12"}""", "takes one choice")]
    [InlineData("""{"seen":"1","means":"aa"}""", "no such choices")]
    [InlineData("""{"seen":"1","learner":"me"}""", "no question 'learner'")]
    [InlineData("""{"seen":"1","words":"a b c d e f g h i j k l m n o p q r s t u"}""", "more than 20 words")]
    [InlineData("""{"seen":1}""", "each question once")]
    [InlineData("""{"seen":"1","seen":"2"}""", "each question once")]
    [InlineData("""{}""", "Nothing was answered")]
    [InlineData("""{"seen":""", "no JSON")]
    public async Task What_is_no_answer_is_refused(string answers, string saying)
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var survey = await Survey.In(lrs);
        var door = await survey.Door((await survey.Opened("someone")).Files);

        var answer = await survey.Answer(door, answers);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(saying, (await TestLrs.Read(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_door_that_was_not_given_does_not_open()
    {
        await using var lrs = await TestLrs.Start(Dialect.Sqlite);
        var survey = await Survey.In(lrs);
        var (_, files) = await survey.Opened("someone");
        var door = (await survey.Door(files)).ToString();

        Assert.Equal(HttpStatusCode.NotFound, (await survey.Answer(new Uri(door[..^1] + (door[^1] is '0' ? '1' : '0')), """{"seen":"1"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await survey.Answer(new Uri(files, "/s/default"), """{"seen":"1"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.ClientWith(null, "").GetAsync(new Uri(files, "surveys/other/door"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lrs.Http.PostAsync(new Uri(lrs.App, new Uri(door).AbsolutePath), TestLrs.Json("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await lrs.ClientWith(null, "").PostAsync(door, new StringContent("{}"))).StatusCode);
    }
}
