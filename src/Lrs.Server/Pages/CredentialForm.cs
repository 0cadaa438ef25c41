using Lrs.Server.Accounts;

namespace Lrs.Server.Pages;

/// <summary>The form for a new credential: what was typed, and what is wrong with it.</summary>
internal sealed record CredentialForm
{
    /// <summary>What each scope is for, as people read it.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Choices { get; } =
    [
        ("statements/write", "Send statements. Courses and tools on other servers need this."),
        ("statements/read/mine", "Read back statements that came with this credential."),
        ("statements/read", "Read every statement."),
        ("state", "Keep and read state documents: where a learner stopped."),
        ("define", "Opens nothing by itself. Some xAPI tools ask for it."),
        ("profile", "Keep and read profiles of activities and agents."),
        ("all/read", "Read everything, reports (OData) too. Excel, Power BI and Tableau need this."),
        ("all", "Everything, courses and credentials too. For administration only."),
    ];

    public static CredentialForm Empty { get; } = new();

    public string Label { get; private init; } = "";

    public IReadOnlyList<string> Scopes { get; private init; } = [];

    /// <summary>Last day on which it works, as the browser sends it; empty for no end.</summary>
    public string Until { get; private init; } = "";

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
            Until = form["until"].ToString(),
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
        DateTimeOffset? end = null;
        if (typed.Until.Length > 0)
        {
            end = DateOnly.TryParseExact(typed.Until, "yyyy-MM-dd", out var day) ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
            if (!(end > now))
            {
                wrong["until"] = "Enter a day that is not over, or leave the field empty.";
            }
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
}
