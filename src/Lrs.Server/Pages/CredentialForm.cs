using Lrs.Server.Accounts;
using Lrs.Server.Pages.Parts;
using Microsoft.AspNetCore.Html;

namespace Lrs.Server.Pages;

/// <summary>The form for a new credential: what was typed, and what is wrong with it.</summary>
internal sealed record CredentialForm
{
    /// <summary>What each scope is for, as people read it.</summary>
    public static IReadOnlyList<Choice> Choices { get; } =
    [
        Scope("statements/write", "Send statements. Courses and tools on other servers need this."),
        Scope("statements/read/mine", "Read back statements that came with this credential."),
        Scope("statements/read", "Read every statement."),
        Scope("state", "Keep and read state documents: where a learner stopped."),
        Scope("define", "Read the definitions of activities. Some xAPI tools ask for it."),
        Scope("profile", "Keep and read profiles of activities and agents."),
        Scope("all/read", "Read everything, reports (OData) too. Excel, Power BI and Tableau need this."),
        Scope("all", "Everything, courses and credentials too. For administration only."),
    ];

    public static CredentialForm Empty { get; } = new();

    public string Label { get; private init; } = "";

    public IReadOnlyList<string> Scopes { get; private init; } = [];

    /// <summary>Last day on which it works; nothing for no end.</summary>
    public TypedDay Until { get; private init; } = TypedDay.Nothing;

    public string Origins { get; private init; } = "";

    /// <summary>What is wrong, by the field's name.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; private init; } = new Dictionary<string, string>();

    /// <summary>What the form asks for; null when something is wrong, or nothing was sent yet.</summary>
    public NewCredential? Wanted { get; private init; }

    /// <summary>Reads a form that was sent.</summary>
    public static CredentialForm Read(IFormCollection form, DateTimeOffset now)
    {
        var wrong = new Dictionary<string, string>();
        var typed = new CredentialForm
        {
            Label = form["label"].ToString().Trim(),
            Scopes = [.. form["scopes"].OfType<string>()],
            Until = TypedDay.Of(form, "until"),
            Origins = form["origins"].ToString(),
            Wrong = wrong,
        };
        if (typed.Label.Length is 0 or > 200 || typed.Label.Any(char.IsControl))
        {
            wrong["label"] = "Enter a name of up to 200 characters, so that people know what the key is for.";
        }

        var scopes = ScopeNames.Parse(string.Join(' ', typed.Scopes));
        if (scopes is null or Accounts.Scopes.None)
        {
            wrong["scopes"] = "Choose at least one thing that the credential may do.";
        }

        // The whole of that day, by the clock of Greenwich.
        DateTimeOffset? end = typed.Until.Read() is { } day && day < DateOnly.MaxValue ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
        if (!typed.Until.IsEmpty && !(end > now))
        {
            wrong["until"] = "Enter a day that is not over, such as 31 3 2027, or leave the fields empty.";
        }

        var origins = typed.Origins.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(WebOrigin.Parse).ToList();
        if (origins.Contains(null))
        {
            wrong["origins"] = "Enter origins such as https://content.example, one on each line, without a path.";
        }

        return wrong.Count > 0 ? typed : typed with
        {
            Wanted = new NewCredential { Label = typed.Label, Scopes = scopes!.Value, Expires = end, Origins = [.. origins.OfType<string>().Distinct()] },
        };
    }

    private static Choice Scope(string name, string meaning) => new(name, new HtmlFormattableString("{0} {1}", meaning, Markup.Code(name)));
}
