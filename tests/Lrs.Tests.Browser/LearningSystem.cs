using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lrs.Tests.Browser;

/// <summary>
/// Another organisation's learning system, on a site of its own (127.0.0.2 is neither the application's host nor the content origin's): <c>/course?url=…</c> shows an address in a frame, as such
/// systems do, and <c>/back</c> is where learners come back to.
/// </summary>
internal sealed class LearningSystem : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task serving;

    public LearningSystem()
    {
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        Address = new Uri($"http://127.0.0.2:{port}/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        serving = Serve();
    }

    public Uri Address { get; }

    /// <summary>Where learners come back to, in the frame.</summary>
    public string Back => new Uri(Address, "/back").ToString();

    /// <summary>The page with an address in its frame.</summary>
    public string Course(string url) => new Uri(Address, $"/course?url={Uri.EscapeDataString(url)}").ToString();

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
    }

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                var html = context.Request.Url!.AbsolutePath is "/back"
                    ? "<!doctype html><title>Back</title><h1>Back at the learning system</h1>"
                    : $"""<!doctype html><title>Learning system</title><h1>My courses</h1><iframe id="course" title="Course" width="1100" height="780" src="{WebUtility.HtmlEncode(context.Request.QueryString["url"])}"></iframe>""";
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(html));
                context.Response.Close();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                // It was stopped, or the browser has gone on.
            }
        }
    }
}
