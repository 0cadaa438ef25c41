using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Accounts;
using Lrs.Server.Courses;
using Lrs.Server.Statements;

namespace Lrs.Server.Player;

/// <summary>Everything that is decided about a session from, read in the transaction that decides.</summary>
internal sealed record SessionView
{
    public required Tenant Tenant { get; init; }

    public required LaunchSession Session { get; init; }

    public required Registration Registration { get; init; }

    /// <summary>Every unit of the registration, in the course's order.</summary>
    public required IReadOnlyList<RegistrationUnit> Progress { get; init; }

    public required CourseVersion Version { get; init; }

    /// <summary>What the author decided about the course.</summary>
    public CourseSettings Settings { get; init; } = CourseSettings.Usual;

    public PackageKind Kind => Version.Course.Kind;

    /// <summary>The launched unit.</summary>
    public Unit Unit => Version.Units.Single(unit => unit.Id == Session.Unit);

    /// <summary>What became of the launched unit so far.</summary>
    public RegistrationUnit UnitProgress => Progress.Single(unit => unit.Unit == Session.Unit);

    /// <summary>Language of the course's titles.</summary>
    public string Language => Version.Course.Language is { } tag && Lrs.Xapi.LanguageTag.TryParse(tag, out _) ? tag : "en";

    /// <summary>Of these statements, those that enter the log: none when an author only looks at the course.</summary>
    public IReadOnlyList<NewStatement> Recorded(IReadOnlyList<NewStatement> said) => Registration.IsPreview ? [] : said;

    /// <summary>The same with another state of one unit.</summary>
    public SessionView With(RegistrationUnit changed) => this with { Progress = Progress.Select(unit => unit.Unit == changed.Unit ? changed : unit).ToList() };
}

/// <summary>Reads sessions with all that belongs to them.</summary>
internal sealed class SessionViews(CourseVersions versions)
{
    /// <summary>The session; null when there is none with this id.</summary>
    public async Task<SessionView?> Find(Work work, Tenant tenant, Guid session)
    {
        if (await SessionRows.Find(work, session) is not { } found)
        {
            return null;
        }

        var registration = await RegistrationRows.Find(work, found.Registration) ?? throw new InvalidDataException($"Session {session} is of no registration.");
        return new SessionView
        {
            Tenant = tenant,
            Session = found,
            Registration = registration,
            Progress = await RegistrationRows.Units(work, registration.Id),
            Settings = await CourseSettingStore.Find(work, registration.Course),
            Version = await versions.Get(tenant.Id, registration.Version, work.Cancel),
        };
    }
}
