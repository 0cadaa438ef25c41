using System.Buffers;
using System.Text;
using System.Text.Json;
using Lrs.Data;
using Lrs.Packages;
using Lrs.Server.Accounts;
using Lrs.Server.Courses;
using Lrs.Server.Documents;
using Lrs.Server.Http;
using Lrs.Server.Statements;
using Lrs.Xapi;

namespace Lrs.Server.Player;

/// <summary>
/// The door to taking a course: makes or continues a registration and gives the address of one launch. A registration stays with the
/// version it began with, unless the course's rule for restarting has another one take over. All is decided and kept in the log writer's transaction.
/// </summary>
internal sealed class Launcher(
    LogWriter log,
    Database database,
    CourseStore courses,
    CourseVersions versions,
    LaunchTokens tokens,
    LaunchWriter writer,
    DocumentStore documents,
    CourseSettingStore settings,
    CourseFiles files)
{
    /// <summary>Launches a signed-in person's own course: the actor is their account here, their newest registration goes on.</summary>
    /// <param name="tenant">Their tenant.</param>
    /// <param name="login">Who.</param>
    /// <param name="course">What.</param>
    /// <param name="returnUrl">Where they go afterwards.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public Task<LaunchOutcome> LaunchOwn(Tenant tenant, Login login, Guid course, string? returnUrl, CancellationToken cancel) =>
        Launch(tenant, new LaunchOrder { Course = course, Learner = LearnerOf(tenant, login), Continues = true, ReturnUrl = returnUrl }, cancel);

    /// <summary>The agent that a signed-in person is: an account with the login's id, named as they are.</summary>
    public static Actor LearnerOf(Tenant tenant, Login login) =>
        new() { Name = login.Name, Account = OwnAccounts.OfLogin(tenant, login.Id) };

    /// <summary>Launches a unit.</summary>
    public async Task<LaunchOutcome> Launch(Tenant tenant, LaunchOrder order, CancellationToken cancel)
    {
        if (await courses.Current(tenant.Id, order.Course, cancel) is not { } current)
        {
            return new LaunchOutcome.NoCourse();
        }

        if (current.Course.Kind is PackageKind.Cmi5 && order.Learner.Account is null)
        {
            order = order with { Learner = WithAccount(tenant, order.Learner) };
        }

        // Read before the transaction, because it decides which version is needed in it; looked at again inside.
        var decided = await settings.Get(tenant.Id, order.Course, cancel);
        var (registration, isNew, replaced) = await Registration(tenant, order, current, decided.Restart, cancel);
        if (Misfit(order, registration) is { } wrong)
        {
            return wrong;
        }

        var version = await versions.Get(tenant.Id, registration.Version, cancel);
        var plan = new LaunchPlan(tenant, order, version, registration, isNew, LaunchTokens.Make(tenant), await files.KeyFor(tenant.Id, registration.Id, version.Id, cancel))
        {
            Replaced = replaced,
            Settings = decided,
            NeedsPreferences = version.Course.Kind is PackageKind.Cmi5 && await NeedsPreferences(tenant, order.Learner, cancel),
        };
        LaunchOutcome? outcome = null;
        var appended = await log.Append(
            tenant.Id,
            [],
            async (work, _) =>
            {
                (outcome, var said) = await writer.Write(work, plan);
                if (outcome is LaunchOutcome.Launched launched)
                {
                    await tokens.Keep(work, plan.Token, TokenPurpose.Player, launched.Session);
                }

                return new Verdict.Accepted(plan.Registration.IsPreview ? [] : said);
            },
            cancel);
        return appended is AppendOutcome.Busy ? new LaunchOutcome.Busy() : outcome!;
    }

    /// <summary>The origin that a version's player and files are served from.</summary>
    public static string ContentOrigin(Origins origins, Tenant tenant, Guid version) => origins.ContentFor($"{tenant.Code}-{version:N}");

    private async Task<(Registration Registration, bool IsNew, Guid? Replaced)> Registration(Tenant tenant, LaunchOrder order, CourseVersion current, RestartRule rule, CancellationToken cancel)
    {
        var known = await database.Read(tenant.Id, work => Known(work, order), cancel);
        if (known is null)
        {
            return (writer.New(order, current), true, null);
        }

        // Another learner's, or another course's, is refused and never replaced.
        return Misfit(order, known) is null && !order.Stays && known.Version != current.Id && Restarts(rule, known)
            ? (writer.New(order with { Registration = null }, current), true, known.Id)
            : (known, false, null);
    }

    private static async Task<Registration?> Known(Work work, LaunchOrder order)
    {
        var known = order.Registration is { } id ? await RegistrationRows.Find(work, id)
            : order is { Continues: true, Preview: false } ? await RegistrationRows.Newest(work, order.Learner.Key!, order.Course)
            : null;
        while (!order.Stays && known?.Successor is { } next && await RegistrationRows.Find(work, next) is { } later)
        {
            known = later;
        }

        return known;
    }

    // cmi5 9.2: the actor has an account, and nothing in it tells who it is. Who is known by an address gets one made of it, the same every time.
    private static Actor WithAccount(Tenant tenant, Actor learner) =>
        new() { Name = learner.Name, Account = OwnAccounts.Instead(tenant, learner.Key!) };

    private static bool Restarts(RestartRule rule, Registration known) => rule switch
    {
        RestartRule.NotComplete => known.Completion is not Completion.Completed,
        RestartRule.Complete => known.Completion is Completion.Completed,
        RestartRule.Passed => known.Success is Success.Passed,
        RestartRule.Failed => known.Success is Success.Failed,
        RestartRule.Always => true,
        _ => false,
    };

    private static LaunchOutcome.Wrong? Misfit(LaunchOrder order, Registration registration) =>
        registration.LearnerKey != order.Learner.Key ? new LaunchOutcome.Wrong("registration", "The registration is another learner's.")
        : registration.Course != order.Course ? new LaunchOutcome.Wrong("registration", "The registration is for another course.")
        : registration.IsPreview != order.Preview ? new LaunchOutcome.Wrong("preview", registration.IsPreview ? "The registration is a preview." : "The registration is a learner's; a preview begins one of its own.")
        : null;

    private async Task<bool> NeedsPreferences(Tenant tenant, Actor learner, CancellationToken cancel) =>
        await documents.Get(tenant.Id, LaunchWriter.PreferencesOf(learner.Key!), LaunchData.PreferencesId, cancel) is null;

    /// <summary>An actor as JSON.</summary>
    internal static string Json(Actor actor)
    {
        var room = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(room))
        {
            actor.WriteTo(json);
        }

        return Encoding.UTF8.GetString(room.WrittenSpan);
    }
}

/// <summary>An order with what it needs.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Order">The order.</param>
/// <param name="Version">The version that is played.</param>
/// <param name="Registration">The registration, made or found.</param>
/// <param name="IsNew">Was it made for this launch?</param>
/// <param name="Token">The secret that will stand in the address.</param>
/// <param name="FileKey">Under which the registration sees the version's files.</param>
internal sealed record LaunchPlan(Tenant Tenant, LaunchOrder Order, CourseVersion Version, Registration Registration, bool IsNew, string Token, string FileKey)
{
    /// <summary>The registration that this one takes over from; null for none.</summary>
    public Guid? Replaced { get; init; }

    /// <summary>What the author decided about the course.</summary>
    public CourseSettings Settings { get; init; } = CourseSettings.Usual;

    /// <summary>Has the learner no preferences yet (cmi5 11)?</summary>
    public bool NeedsPreferences { get; init; }
}
