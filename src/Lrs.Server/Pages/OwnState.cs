using Lrs.Data;
using Lrs.Server.Accounts;
using Lrs.Server.Player;

namespace Lrs.Server.Pages;

/// <summary>How far a person is with a course.</summary>
/// <param name="Text">In words, such as <c>Passed 90 %</c>.</param>
/// <param name="Tone">Class of the style sheet: <c>good</c>, <c>bad</c> or empty.</param>
internal sealed record OwnState(string Text, string Tone)
{
    /// <summary>In words.</summary>
    public static OwnState Of(Completion completion, Success success, decimal? scaled)
    {
        var score = scaled is { } share ? $" {Words.Percent(share)}" : "";
        return (success, completion) switch
        {
            (Success.Passed, _) => new OwnState($"Passed{score}", "good"),
            (Success.Failed, _) => new OwnState($"Failed{score}", "bad"),
            (_, Completion.Completed) => new OwnState($"Completed{score}", "good"),
            _ => new OwnState("In progress", ""),
        };
    }
}

/// <summary>What a person's newest registrations say, by course.</summary>
internal sealed class OwnStates(Database database, LoginStore logins)
{
    private const string Registrations = "SELECT course, completion, success, scaled FROM registration WHERE tenant = @tenant AND learner_key = @learner ORDER BY created, id";

    /// <summary>The states of all courses that the person ever launched.</summary>
    public async Task<IReadOnlyDictionary<Guid, OwnState>> Of(Caller caller, CancellationToken cancel)
    {
        var states = new Dictionary<Guid, OwnState>();
        if (await logins.Find(caller.Login!.Value, cancel) is not { } login)
        {
            return states;
        }

        var rows = await database.Read(
            caller.TenantId,
            work => work.All(
                Registrations,
                row => (Course: row.Guid(0), State: OwnState.Of(Enum.Parse<Completion>(row.Text(1), ignoreCase: true), Enum.Parse<Success>(row.Text(2), ignoreCase: true), row.DecimalOrNull(3))),
                ("@learner", Launcher.LearnerOf(caller.Tenant, login).Key)),
            cancel);
        foreach (var (course, state) in rows)
        {
            states[course] = state;
        }

        return states;
    }
}
