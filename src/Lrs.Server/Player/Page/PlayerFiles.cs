using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Lrs.Server.Http;

namespace Lrs.Server.Player;

/// <summary>
/// The player's own files and the SCORM run-time, held in the program. Their address has a hash of all of them in it, so browsers keep
/// them for good and a newer program is seen at once.
/// </summary>
internal static class PlayerFiles
{
    private static readonly FrozenDictionary<string, (byte[] Bytes, string Type)> Files = new[] { "player.js", "saving.js", "contents.js", "calls.js", "window.js", "back.js", "player.css", "scorm12.js", "scorm2004.js" }
        .ToFrozenDictionary(name => name, name => (Read(name), name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8"));

    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Files.Keys.Order(StringComparer.Ordinal).SelectMany(name => Files[name].Bytes).ToArray()))[..16];

    /// <summary>The address of a file.</summary>
    public static string Address(string name) => $"/player/{Version}/{name}";

    public static void MapPlayerFiles(this IEndpointRouteBuilder app) =>
        app.MapMethods("/player/{version}/{name}", [HttpMethods.Get, HttpMethods.Head], Get).On(Origin.Content);

    private static IResult Get(HttpContext context, string version, string name)
    {
        if (version != Version || !Files.TryGetValue(name, out var file))
        {
            return Problem.Of(404, "file", "There is no such file.");
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(file.Bytes, file.Type);
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Player.{name}") ?? throw new InvalidOperationException($"The program was built without Player.{name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
