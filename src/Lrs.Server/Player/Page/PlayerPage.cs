using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using Lrs.Packages;
using Lrs.Server.Courses;

namespace Lrs.Server.Player;

/// <summary>
/// The pages on the content origin: the player, and short notes. A single unit fills the window, with a bar only where the learner could not get
/// back otherwise; a course with several units has its table of contents beside it, and a way to the one before and the one after.
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
        ("partEnded", "This part has ended. Choose what comes next."),
        ("nowStatus", "is now"),
        ("notNow", "That is not possible from here."),
        ("blocked", "The browser did not open the window. Allow windows for this site and try again."),
        ("isOpen", "It is open in its own window. Come back here when you are done."),
    ];

    /// <summary>Does the launch show the player's page? Single units of cmi5 and xAPI have the window to themselves.</summary>
    public static bool IsNeededFor(SessionView view) =>
        view.Kind is PackageKind.Scorm12 or PackageKind.Scorm2004
        || view.Settings.Shown is ShownIn.Popup
        || (view.Session.Whole && view.Version.Units.Count > 1);

    /// <summary>The player.</summary>
    /// <param name="view">The session.</param>
    /// <param name="token">The launch's token.</param>
    /// <param name="unit">Address of the unit.</param>
    /// <param name="contents">The table of contents of a course with several units; null for one.</param>
    public static string Of(SessionView view, string token, string unit, CourseContents? contents)
    {
        var title = view.Unit.Title == view.Version.Title ? view.Unit.Title : $"{view.Unit.Title} – {view.Version.Title}";
        var script = view.Kind switch
        {
            PackageKind.Scorm12 => Script("scorm12.js"),
            PackageKind.Scorm2004 => Script("scorm2004.js"),
            _ => "",
        };
        return Document(view.Language, title, $"""
            {Bar(view, contents)}
            <div class="banner" id="banner" role="alert" hidden>
              <p id="banner-text"></p>
              <button type="button" id="banner-action"></button>
            </div>
            <p class="unseen" id="status" role="status"></p>
            <div class="stage">
            {(contents is null ? "" : $"""<nav id="contents" class="contents" aria-label="Contents" tabindex="-1">{ContentsHtml.List(contents, view.Unit.Id)}</nav>""")}
            <main class="unit-place" id="place" tabindex="-1" aria-label="{Html(view.Unit.Title)}">
            {Place(view)}
            </main>
            {(view.Registration.IsPreview ? Calls : "")}
            </div>
            <script type="application/json" id="launch">{Data(view, token, unit, contents)}</script>
            {script}
            <script type="module" src="{PlayerFiles.Address("player.js")}"></script>
            """);
    }

    /// <summary>Where a unit of cmi5 goes when it has ended: tells the page that holds it, or shows the way on when it had the window to itself.</summary>
    public static string Back(SessionView view, string token) => Document(view.Language, view.Version.Title, $"""
        <main class="note">
          <h1>This part has ended</h1>
          <p>You can go on with the course.</p>
          <div class="actions"><form method="post" action="/t/{Html(token)}"><button type="submit">Go on</button></form>
            {(view.Session.ReturnUrl is { } back ? $"""<a href="{Html(back)}">Leave the course</a>""" : "")}
          </div>
        </main>
        <script type="module" src="{PlayerFiles.Address("back.js")}"></script>
        """);

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

    private const string Calls = """
        <aside class="calls" id="calls" aria-label="Calls of the run-time">
          <details open><summary>Calls (<span id="calls-count">0</span>)</summary><ol id="calls-list" tabindex="0" aria-label="Calls, newest last"></ol></details>
        </aside>
        """;

    private static string Bar(SessionView view, CourseContents? contents)
    {
        if (contents is null && view.Session.ReturnUrl is null && !view.Registration.IsPreview)
        {
            return "";
        }

        return $"""
            <header class="bar">
              {(contents is null ? "" : """<button type="button" id="contents-toggle" aria-controls="contents" aria-expanded="true">Contents</button>""")}
              <h1>{Html(view.Version.Title)}</h1>
              {(view.Registration.IsPreview ? """<span class="preview">Preview: nothing is recorded</span>""" : "")}
              {(contents is null ? "" : ContentsHtml.Steps(contents))}
              {(contents is null && view.Session.ReturnUrl is null ? "" : """<button type="button" id="exit">Exit</button>""")}
            </header>
            """;
    }

    private static bool IsPopup(SessionView view) => view.Settings.Shown is ShownIn.Popup || view.Unit.LaunchMethod is "OwnWindow";

    private static string Place(SessionView view) => IsPopup(view)
        ? $"""
            <div class="note"><h2>{Html(view.Unit.Title)}</h2><p id="window-text">This part opens in a window of its own.</p>
            <div class="actions"><button type="button" id="window-open">Open it</button></div></div>
            """
        : $"""<iframe id="content" title="{Html(view.Unit.Title)}" allow="fullscreen; autoplay; picture-in-picture; clipboard-write"></iframe>""";

    private static string Script(string name) => $"""<script src="{PlayerFiles.Address(name)}" defer></script>""";

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
    private static string Data(SessionView view, string token, string unit, CourseContents? contents)
    {
        var room = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(room))
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, view.Kind.Text());
            json.WriteString("base"u8, $"/t/{token}");
            json.WriteString("unit"u8, view.Kind is PackageKind.Cmi5 or PackageKind.Xapi ? $"/t/{token}/unit" : unit);
            json.WriteBoolean("popup"u8, IsPopup(view));
            json.WriteBoolean("preview"u8, view.Registration.IsPreview);
            if (view.Session.ReturnUrl is { } returnUrl)
            {
                json.WriteString("returnUrl"u8, returnUrl);
            }

            if (contents is not null)
            {
                json.WriteBoolean("several"u8, true);
                json.WriteBoolean("previous"u8, contents.HasPrevious);
                json.WriteBoolean("next"u8, contents.HasNext);
                Names(json, "choices", contents.Choices);
                Names(json, "jumps", contents.Jumps);
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

    private static void Names(Utf8JsonWriter json, string property, IReadOnlyList<string> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
