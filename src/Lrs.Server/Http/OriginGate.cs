namespace Lrs.Server.Http;

/// <summary>Lets a request reach only endpoints of its own origin; everything else does not exist for it.</summary>
internal static class OriginGate
{
    /// <summary>Puts endpoints on an origin other than the application.</summary>
    public static TBuilder On<TBuilder>(this TBuilder endpoints, Origin origin)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new LivesOn(origin));

    /// <summary>Adds the gate; goes after routing and before authentication.</summary>
    public static void UseOriginGate(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<Origins>();
        app.Use(async (context, next) =>
        {
            if (origins.Of(context) is not { } origin)
            {
                await Problem.Write(context, 421, "misdirected", $"This address does not answer to the host name '{context.Request.Host.Host}'.");
                return;
            }

            var lives = context.GetEndpoint()?.Metadata.GetMetadata<LivesOn>()?.Origin ?? Origin.App;
            if (context.GetEndpoint() is not null && lives != origin && lives is not Origin.Any)
            {
                await Problem.Write(context, 404, "not-found", "There is nothing at this address.");
                return;
            }

            await next();
        });
    }
}
