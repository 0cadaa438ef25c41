namespace Lrs.Server.Http;

/// <summary>Why a rule of a feature refused a request: a session that has ended, for instance.</summary>
/// <param name="Status">The HTTP status that says so, 400 or 403.</param>
/// <param name="Rule">The rule's stable code, such as <c>cmi5.session.ended</c>.</param>
/// <param name="Clause">The clause of the specification.</param>
/// <param name="Message">A sentence for whoever made the content.</param>
internal sealed record Refusal(int Status, string Rule, string Clause, string Message)
{
    /// <summary>Where the fault lies: <c>$</c> is the body, <c>?name</c> a parameter, <c>Name:</c> a header.</summary>
    public string Path { get; init; } = "$";
}
