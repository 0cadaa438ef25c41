namespace Lrs.OData;

/// <summary>
/// Carries a refusal from deep inside a recursive parser to <see cref="ODataRequest"/>, which makes an outcome of it. It never leaves
/// the library; the alternative is a result type around every node of every expression.
/// </summary>
internal sealed class RefusedException(int status, string code, string message, string? target) : Exception(message)
{
    public ODataOutcome.Refused Outcome => new(status, code, Message, target);

    public static RefusedException Bad(string code, string message, string? target) => new(400, code, message, target);

    public static RefusedException Unsupported(string message, string? target) => new(501, "unsupported", message, target);
}
