using Lrs.Server.People;
using Xunit;

namespace Lrs.Tests.People;

public sealed class HistoriesOfPeople
{
    private static readonly Place Constable = new() { Force = "Kent", Rank = "Constable" };
    private static readonly Place Sergeant = new() { Force = "Kent", Rank = "Sergeant" };

    [Fact]
    public void A_changed_row_closes_the_one_before_on_its_day() => Assert.Equal(
        [new(Day(2024), Constable), new(Day(2026), Sergeant)],
        History.Empty.With(Day(2024), null, Constable).With(Day(2026), null, Sergeant).Turns);

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var history = History.Empty.With(Day(2024), null, Constable);

        Assert.True(history.With(Day(2026), null, Constable with { }).IsSameAs(history));
    }

    [Fact]
    public void A_correction_of_earlier_days_leaves_later_ones_alone() => Assert.Equal(
        [new(Day(2024), Sergeant), new(Day(2026), Constable)],
        History.Empty.With(Day(2026), null, Constable).With(Day(2024), null, Sergeant).Turns);

    [Fact]
    public void Known_to_hold_earlier_it_is_one_turn() => Assert.Equal(
        [new(Day(2020), Constable)],
        History.Empty.With(Day(2026), null, Constable).With(Day(2020), null, Constable).Turns);

    [Fact]
    public void Who_leaves_is_gone_until_they_come_again() => Assert.Equal(
        [new(Day(2024), Constable), new(Day(2025), null), new(Day(2027), Constable)],
        History.Empty.With(Day(2024), Day(2025), Constable).With(Day(2027), null, Constable).Turns);

    [Fact]
    public void A_time_that_is_said_with_its_end_replaces_what_was_known_of_it() => Assert.Equal(
        [new(Day(2023), Sergeant), new(Day(2026), null)],
        History.Empty.With(Day(2024), null, Constable).With(Day(2025), null, Sergeant).With(Day(2023), Day(2026), Sergeant).Turns);

    [Fact]
    public void Two_that_are_one_have_the_turns_of_both() => Assert.Equal(
        [new(Day(2024), Constable), new(Day(2026), Sergeant)],
        History.Empty.With(Day(2026), null, Sergeant).And(History.Empty.With(Day(2024), null, Constable).With(Day(2026), null, Constable with { Role = "Dog handler" })).Turns);

    [Theory]
    [InlineData("2026-03-29", "2026-03-29T00:00:00Z")]
    [InlineData("2026-03-30", "2026-03-29T23:00:00Z")]
    [InlineData("2026-07-01", "2026-06-30T23:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T23:00:00Z")]
    [InlineData("2026-10-26", "2026-10-26T00:00:00Z")]
    public void A_day_begins_at_midnight_in_London(string day, string start)
    {
        var moment = DateTimeOffset.Parse(start);

        Assert.Equal(moment, LondonDay.Start(DateOnly.Parse(day)));
        Assert.Equal(DateOnly.Parse(day), LondonDay.Of(moment));
        Assert.Equal(DateOnly.Parse(day).AddDays(-1), LondonDay.Of(moment.AddMicroseconds(-1)));
    }

    private static DateOnly Day(int year) => new(year, 4, 1);
}
