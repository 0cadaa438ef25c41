namespace Lrs.Tests.Http.Requirements;

/// <summary>One fault in the parameters of a request to a document resource, and the requirements that ask for its refusal.</summary>
/// <param name="Ids">The requirements.</param>
/// <param name="Methods">The methods, in the order of the ids.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Parameter">The parameter that is wrong.</param>
/// <param name="Value">Its value; null when it is left out.</param>
internal sealed record DocumentRow(string Ids, string Methods, DocumentResource Resource, string Parameter, string? Value)
{
    /// <summary>Is the parameter that names the document left out, so that several are meant?</summary>
    public bool Several { get; init; }
}

/// <summary>A document resource and the parameters of a whole request to it.</summary>
internal sealed record DocumentResource(string Path, string Id, IReadOnlyList<(string Name, string Value)> Owner)
{
    private const string Agent = """{"mbox":"mailto:ada@example.org"}""";

    public static readonly DocumentResource State = new("/xapi/activities/state", "stateId", [("activityId", "https://example.org/a"), ("agent", Agent)]);
    public static readonly DocumentResource ActivityProfile = new("/xapi/activities/profile", "profileId", [("activityId", "https://example.org/a")]);
    public static readonly DocumentResource AgentProfile = new("/xapi/agents/profile", "profileId", [("agent", Agent)]);

    public static readonly DocumentResource[] All = [State, ActivityProfile, AgentProfile];

    /// <summary>The address of one document; null for the ids of all.</summary>
    public string At(string? document, params (string Name, string? Value)[] changes)
    {
        var given = Owner.Select(one => (one.Name, Value: (string?)one.Value)).ToList();
        if (document is not null)
        {
            given.Add((Id, document));
        }

        foreach (var (name, value) in changes)
        {
            given.RemoveAll(one => one.Name == name);
            given.Add((name, value));
        }

        return Path + "?" + string.Join('&', given.Where(one => one.Value is not null).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value!)}"));
    }
}

/// <summary>Faults that the three document resources must refuse (xAPI Communication 2.3, 2.6, 2.7; 9274.1.1 4.1.6).</summary>
internal static class DocumentTable
{
    public static readonly DocumentRow[] Wrong =
    [
        new("XAPI-00196 XAPI-00197 XAPI-00198 XAPI-00199", "DELETE GET POST PUT", DocumentResource.State, "agent", "no JSON"),
        new("XAPI-00200 XAPI-00201 XAPI-00202 XAPI-00203", "DELETE GET POST PUT", DocumentResource.State, "registration", "no uuid"),
        new("XAPI-00204", "GET", DocumentResource.State, "since", "yesterday") { Several = true },
        new("XAPI-00205 XAPI-00223", "DELETE", DocumentResource.State, "since", "2026-03-01T10:00:00Z") { Several = true },
        new("XAPI-00206 XAPI-00211", "PUT POST", DocumentResource.State, "stateId", null),
        new("XAPI-00207 XAPI-00208 XAPI-00209 XAPI-00210", "DELETE GET POST PUT", DocumentResource.State, "activityId", null),
        new("XAPI-00207 XAPI-00208 XAPI-00209 XAPI-00210", "DELETE GET POST PUT", DocumentResource.State, "activityId", "no IRI"),
        new("XAPI-00212 XAPI-00213 XAPI-00214 XAPI-00215", "DELETE GET POST PUT", DocumentResource.State, "agent", null),
        new("XAPI-00224 XAPI-00225 XAPI-00226 XAPI-00228", "DELETE GET POST PUT", DocumentResource.State, "stateId", ""),
        new("XAPI-00255 XAPI-00256 XAPI-00257 XAPI-00258", "DELETE POST PUT GET", DocumentResource.AgentProfile, "agent", """{"name":"nobody"}"""),
        new("XAPI-00255 XAPI-00256 XAPI-00257 XAPI-00258", "DELETE POST PUT GET", DocumentResource.AgentProfile, "agent", "no JSON"),
        new("XAPI-00260", "GET", DocumentResource.AgentProfile, "since", "yesterday") { Several = true },
        new("XAPI-00261 XAPI-00262 XAPI-00263 XAPI-00264", "GET DELETE POST PUT", DocumentResource.AgentProfile, "agent", null),
        new("XAPI-00265 XAPI-00266 XAPI-00267", "DELETE POST PUT", DocumentResource.AgentProfile, "profileId", null),
        new("XAPI-00276 XAPI-00277", "POST PUT", DocumentResource.AgentProfile, "profileId", ""),
        new("XAPI-00295", "GET", DocumentResource.ActivityProfile, "since", "yesterday") { Several = true },
        new("XAPI-00296 XAPI-00297 XAPI-00298 XAPI-00299", "GET DELETE POST PUT", DocumentResource.ActivityProfile, "activityId", null),
        new("XAPI-00300 XAPI-00301 XAPI-00302", "DELETE POST PUT", DocumentResource.ActivityProfile, "profileId", null),
        new("XAPI-00304", "GET", DocumentResource.ActivityProfile, "agent", "no JSON"),
        new("XAPI-00305 XAPI-00306 XAPI-00307", "DELETE POST PUT", DocumentResource.ActivityProfile, "profileId", ""),
        .. from resource in DocumentResource.All select new DocumentRow("XAPI-00324", "GET PUT POST DELETE", resource, "bogus", "1"),
        .. from resource in DocumentResource.All select new DocumentRow("XAPI-00325", "GET PUT POST DELETE", resource, resource.Id.ToUpperInvariant(), "1"),
        .. from resource in DocumentResource.All from owner in resource.Owner select new DocumentRow("XAPI-00325", "GET PUT POST DELETE", resource, char.ToUpperInvariant(owner.Name[0]) + owner.Name[1..], owner.Value),
        new("XAPI-00325", "GET PUT POST DELETE", DocumentResource.State, "Registration", "6690e6c9-3ef0-4ed3-8b37-7f3964730bee"),
        .. from resource in DocumentResource.All select new DocumentRow("XAPI-00325", "GET", resource, "Since", "2026-03-01T10:00:00Z") { Several = true },
    ];
}
