namespace Lrs.Server.Player;

/// <summary>Where a unit's content lies, and what is added to the address when it is launched.</summary>
internal static class UnitAddress
{
    /// <summary>The address as the course names it: absolute, or in the package under its file key.</summary>
    /// <param name="view">The session.</param>
    /// <param name="origin">The content origin.</param>
    /// <param name="fileKey">The key of the registration's files.</param>
    public static string Of(SessionView view, string origin, string fileKey) =>
        view.Unit.LaunchPath is null && Uri.TryCreate(view.Unit.Launch, UriKind.Absolute, out var outside) && outside.Scheme is "http" or "https"
            ? view.Unit.Launch
            : $"{origin}/f/{fileKey}/{view.Unit.Launch.TrimStart('/')}";

    /// <summary>The address with launch parameters added to the query it has (cmi5 8.1).</summary>
    public static string With(string address, params (string Name, string Value)[] parameters)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (rest, fragment) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        var added = string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        var joint = !rest.Contains('?', StringComparison.Ordinal) ? "?" : rest.EndsWith('?') || rest.EndsWith('&') ? "" : "&";
        return rest + joint + added + fragment;
    }
}
