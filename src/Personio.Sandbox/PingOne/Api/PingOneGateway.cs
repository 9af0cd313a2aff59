using System.Globalization;
using Personio.Sandbox.Http;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>
/// What precedes the endpoints of both hosts: the log, faults, latency, the rate limit, tokens, and roles.
/// </summary>
internal sealed class PingOneGateway(
    PingOneContext context, RequestLog log, Faults faults, bool isAuth) : IRequestHandler
{
    private readonly TokenEndpoint _tokens = new(context);
    private readonly object _gate = new();
    private long _second;
    private int _count;

    public async ValueTask<HttpResponse> RespondAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        RecordedRequest record = log.Begin(request, isAuth);
        try
        {
            SandboxFault? fault = faults.Take(request);
            bool isInRate = isAuth || TakeRate();
            if (context.Options.Latency > TimeSpan.Zero)
            {
                await Task.Delay(context.Options.Latency, cancellationToken).ConfigureAwait(false);
            }

            if (fault is { Kind: FaultKind.ExpireToken })
            {
                context.App.ExpireAll();
            }

            HttpResponse response = fault is null or { Kind: FaultKind.ExpireToken }
                ? Process(request, isInRate)
                : faults.Apply(fault, request, () => Process(request, isInRate));
            response.Headers.Add(new("Correlation-Id", Guid.NewGuid().ToString()));
            response.Record = record;
            record.Status = response.Status;
            return response;
        }
        finally
        {
            log.End(record, isAuth);
        }
    }

    private HttpResponse Process(HttpRequest request, bool isInRate)
    {
        try
        {
            if (!isInRate)
            {
                return Refused();
            }

            if (isAuth)
            {
                return _tokens.Handle(request);
            }

            if (!context.App.Accepts(request.Header("Authorization")))
            {
                throw PingOneProblem.InvalidToken();
            }

            PingOneRoute route = PingOneRoutes.Find(request);
            var call = new PingOneCall(context, request, route);
            Authorize(call, route);
            lock (context.Directory.Gate)
            {
                return route.Handler(call);
            }
        }
        catch (PingOneProblem problem)
        {
            return problem.ToResponse();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A bug in the sandbox itself: better reported than a connection that ends for no reason.
            return PingOneProblem.Internal(exception.ToString()).ToResponse();
        }
    }

    /// <summary>
    /// A nonexistent environment is reported like a missing permission, except by the environment endpoint itself.
    /// </summary>
    private void Authorize(PingOneCall call, PingOneRoute route)
    {
        bool isEnvironment = route.Roles.Length == 0;
        bool exists = call.Id("e") == context.Directory.EnvironmentId;
        if ((!exists && !isEnvironment) || !context.App.HasAnyRole(route.Roles))
        {
            throw PingOneProblem.Denied();
        }
    }

    private bool TakeRate()
    {
        if (context.Options.RatePerSecond == 0)
        {
            return true;
        }

        long second = context.Clock.GetUtcNow().ToUnixTimeSeconds();
        lock (_gate)
        {
            (_second, _count) = (second, second == _second ? _count + 1 : 1);
            return _count <= context.Options.RatePerSecond;
        }
    }

    private HttpResponse Refused()
    {
        HttpResponse response = PingOneProblem.TooManyRequests().ToResponse();
        if (context.Options.RetryAfter)
        {
            response.Headers.Add(new("Retry-After", 1.ToString(CultureInfo.InvariantCulture)));
        }

        return response;
    }
}
