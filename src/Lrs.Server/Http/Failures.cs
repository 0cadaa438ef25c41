using Lrs.Data;
using Lrs.Data.Blobs;

namespace Lrs.Server.Http;

/// <summary>Turns what went wrong into an answer: no stack traces, a 503 when the database is away, nothing half written.</summary>
internal static partial class Failures
{
    /// <summary>Adds the outermost layer.</summary>
    public static void UseFailures(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Lrs.Http");
        app.Use(async (context, next) =>
        {
            try
            {
                await next();
                if (context.Response is { StatusCode: 400 or 404 or 405 or 415, HasStarted: false, ContentLength: null, ContentType: null })
                {
                    await Unsaid(context);
                }
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The client has left; nobody reads this.
                if (!context.Response.HasStarted)
                {
                    context.Response.StatusCode = 499;
                }
            }
            catch (Exception fault) when (!context.Response.HasStarted)
            {
                await Answer(context, fault, log);
            }
        });
    }

    // Statuses that the framework sets without a word.
    private static Task Unsaid(HttpContext context) => context.Response.StatusCode switch
    {
        404 => Problem.Write(context, 404, "not-found", "There is nothing at this address."),
        405 => Problem.Write(context, 405, "method", $"{context.Request.Method} is not for this address; see Allow."),
        415 => Problem.Write(context, 415, "media-type", "This address does not take a body of this Content-Type."),
        _ => Problem.Write(context, 400, "bad-request", "The request cannot be understood."),
    };

    private static Task Answer(HttpContext context, Exception fault, ILogger log)
    {
        switch (fault)
        {
            case BodyTooLargeException:
                return Problem.Write(context, 413, "too-large", fault.Message);
            case BadHttpRequestException bad:
                if (bad.StatusCode is StatusCodes.Status408RequestTimeout)
                {
                    // What is still to come of it is not waited for.
                    context.Response.Headers.Connection = "close";
                }

                return Problem.Write(context, bad.StatusCode, "bad-request", bad.Message);
            case BodiesFullException:
                context.Response.Headers.RetryAfter = "1";
                return Problem.Write(context, 503, "busy", fault.Message);
            case DatabaseUnavailableException away:
                LogUnavailable(log, fault.Message);
                context.Response.Headers.RetryAfter = "2";
                return Problem.Write(context, 503, "unavailable", away.Uncertain
                    ? "The database was lost while it stored this, so it may be stored or not. Send it again with the same ids: what is there is not stored twice."
                    : "The database does not answer at the moment; nothing was stored. Try again.");
            case BlobsUnavailableException:
                LogUnavailable(log, fault.Message);
                context.Response.Headers.RetryAfter = "2";
                return Problem.Write(context, 503, "unavailable", "The store of files does not answer at the moment; nothing was stored. Try again.");
            default:
                LogFailure(log, fault, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "no endpoint");
                return Problem.Write(context, 500, "failure", "Something went wrong on the server. It is in the server's log.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed.")]
    private static partial void LogFailure(ILogger log, Exception fault, string method, string endpoint);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Detail}")]
    private static partial void LogUnavailable(ILogger log, string detail);
}
