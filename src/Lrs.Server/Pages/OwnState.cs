using Lrs.Server.Accounts;
using Lrs.Server.Player;

namespace Lrs.Server.Pages;

/// <summary>How far a person is with a course.</summary>
/// <param name="Text">In words, such as <c>Passed 90 %</c>.</param>
/// <param name="Colour">The colour of its tag: <c>green</c>, <c>red</c> or <c>blue</c>.</param>
internal sealed record OwnState(string Text, string Colour)
{
    /// <summary>In words.</summary>
    public static OwnState Of(Completion completion, Success success, decimal? scaled)
    {
        var score = scaled is { } share ? $" {Words.Percent(share)}" : "";
        return (success, completion) switch
        {
            (Success.Passed, _) => new OwnState($"Passed{score}", "green"),
            (Success.Failed, _) => new OwnState($"Failed{score}", "red"),
            (_, Completion.Completed) => new OwnState($"Completed{score}", "green"),
            _ => new OwnState("In progress", "blue"),
        };
    }
}

/// <summary>What a person's newest registrations say, by course.</summary>
internal sealed class OwnStates(Registrations registrations, LoginStore logins)
{
    /// <summary>The states of all courses that the person ever launched.</summary>
    public async Task<IReadOnlyDictionary<Guid, OwnState>> Of(Caller caller, CancellationToken cancel)
    {
        var states = new Dictionary<Guid, OwnState>();
        if (await logins.Find(caller.Login!.Value, cancel) is { } login && Launcher.LearnerOf(caller.Tenant, login).Key is { } learner)
        {
            foreach (var registration in await registrations.Of(caller.TenantId, learner, cancel))
            {
                states[registration.Course] = OwnState.Of(registration.Completion, registration.Success, registration.Scaled);
            }
        }

        return states;
    }
}
