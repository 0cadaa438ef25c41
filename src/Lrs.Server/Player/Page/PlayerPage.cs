using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using Lrs.Packages;
using Lrs.Server.Http;

namespace Lrs.Server.Player;

/// <summary>
/// The pages on the content origin: the player that holds a SCORM unit, and short notes. Content fills the window; there is a bar with a
/// way out only where the learner could not get back otherwise.
/// </summary>
internal static class PlayerPage
{
    private static readonly (string Name, string Text)[] Texts =
    [
        ("unsaved", "Your progress could not be saved. Stay on this page: it is tried again."),
        ("tryNow", "Try now"),
        ("savedAgain", "Your progress is saved."),
        ("notSaved", "What you do from now on is not saved."),
        ("openAgain", "Open it here again"),
        ("elsewhere", "This course was opened again somewhere else, or has ended."),
        ("expired", "This launch has run out."),
        ("noServer", "The learning system does not answer."),
        ("ended", "The course has ended. You can close this window."),
    ];

    /// <summary>The player for a SCORM unit.</summary>
    /// <param name="view">The session.</param>
    /// <param name="token">The launch's token.</param>
    /// <param name="unit">Address of the unit.</param>
    public static string Of(SessionView view, string token, string unit)
    {
        var title = view.Unit.Title == view.Version.Title ? view.Unit.Title : $"{view.Unit.Title} – {view.Version.Title}";
        var bar = view.Session.ReturnUrl is null ? "" : $"""
            <header class="bar">
              <h1>{Html(view.Version.Title)}</h1>
              <button type="button" id="exit">Exit</button>
            </header>
            """;
        return Document(view.Language, title, $"""
            {bar}
            <div class="banner" id="banner" role="alert" hidden>
              <p id="banner-text"></p>
              <button type="button" id="banner-action"></button>
            </div>
            <p class="unseen" id="status" role="status"></p>
            <iframe id="content" title="{Html(view.Unit.Title)}" allow="fullscreen; autoplay; picture-in-picture; clipboard-write"></iframe>
            <script type="application/json" id="launch">{Data(view, token, unit)}</script>
            <script src="{PlayerFiles.Address(view.Kind is PackageKind.Scorm12 ? "scorm12.js" : "scorm2004.js")}" defer></script>
            <script type="module" src="{PlayerFiles.Address("player.js")}"></script>
            """);
    }

    /// <summary>A note with a way back, when there is one, and a way to open the unit again, when that can be.</summary>
    public static string Note(string heading, string text, string? returnUrl, string? again) => Document("en", heading, $"""
        <main class="note">
          <h1>{Html(heading)}</h1>
          <p>{Html(text)}</p>
          <div class="actions">
            {(again is null ? "" : $"""<form method="post" action="{Html(again)}"><button type="submit">Open it again</button></form>""")}
            {(returnUrl is null ? "" : $"""<a href="{Html(returnUrl)}">Go back</a>""")}
          </div>
        </main>
        """);

    private static string Document(string language, string title, string body) => $"""
        <!doctype html>
        <html lang="{Html(language)}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="referrer" content="no-referrer">
          <title>{Html(title)}</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="{PlayerFiles.Address("player.css")}">
        </head>
        <body>
        {body}
        </body>
        </html>
        """;

    // The writer escapes <, > and &, so the JSON cannot end its element.
    private static string Data(SessionView view, string token, string unit)
    {
        var room = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(room))
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, view.Kind.Text());
            json.WriteString("base"u8, $"/t/{token}");
            json.WriteString("unit"u8, unit);
            if (view.Session.ReturnUrl is { } returnUrl)
            {
                json.WriteString("returnUrl"u8, returnUrl);
            }

            json.WriteStartObject("text"u8);
            foreach (var (name, text) in Texts)
            {
                json.WriteString(name, text);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(room.WrittenSpan);
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
