namespace Lrs.Xapi;

/// <summary>
/// One rule of the language. <c>Data</c> and <c>Communication</c> name the parts of xAPI 1.0.3, <c>9274.1.1</c> the IEEE standard (xAPI 2.0).
/// The code is stable: clients may rely on it, and <c>tests/corpus/invalid</c> has a folder for every rule about statements.
/// </summary>
/// <param name="Code">Stable name, for example <c>verb.id.missing</c>.</param>
/// <param name="Clause">Where the specification says so.</param>
public sealed partial record Rule(string Code, string Clause)
{
    // Without an initialiser: the order of initialisers across the files of a partial type is not fixed.
    private static List<Rule>? registry;

    /// <summary>Every rule, in the order of the registry.</summary>
    public static IReadOnlyList<Rule> All => registry ?? [];

    /// <summary>Does the rule concern what comes with a request beside statements: query parameters, documents, how much there is, signatures, attachments' data?</summary>
    public bool IsAboutRequests => Code.Split('.')[0] is "query" or "document" or "request" or "signature" or "multipart" or "content" or "alternate";

    private static Rule New(string code, string clause)
    {
        var rule = new Rule(code, clause);
        (registry ??= []).Add(rule);
        return rule;
    }
}
