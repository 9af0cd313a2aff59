using System.Globalization;
using Personio.Sandbox.Api;
using Personio.Sandbox.Http;

namespace Personio.Sandbox;

/// <summary>
/// What precedes the endpoints: the log, faults, latency, rate limits, tokens, and scopes, in the order in which the
/// real gateway applies them.
/// </summary>
internal sealed class Gateway(
    ApiContext context, RequestLog log, Faults faults, RateLimits limits, ControlApi? control) : IRequestHandler
{
    private readonly CompensationLimits _compensations = new(context.Options);

    public async ValueTask<HttpResponse> RespondAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (control is not null && ControlApi.Handles(request))
        {
            return control.Respond(request);
        }

        bool isSession = request.Path is "/v2/auth/token" or "/v2/auth/revoke" or "/v1/auth";
        RecordedRequest record = log.Begin(request, isSession);
        try
        {
            HttpResponse response = await HandleAsync(request, cancellationToken).ConfigureAwait(false);
            response.Record = record;
            record.Status = response.Status;
            return response;
        }
        finally
        {
            log.End(record, isSession);
        }
    }

    private async ValueTask<HttpResponse> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // Faults and rate limits are decided on arrival; latency only delays the work and its response.
        SandboxFault? fault = faults.Take(request);
        Route? route = RouteTable.Find(request);
        RateDecision rate = route is { IsSession: true } ? limits.TakeSession() : limits.Take(route);
        using CompensationTurn turn = _compensations.Enter(request, route);
        await WaitAsync(context.Options.Latency, cancellationToken).ConfigureAwait(false);

        if (fault is { Kind: FaultKind.ExpireToken })
        {
            context.Credential.ExpireAll();
        }

        HttpResponse response = fault is null or { Kind: FaultKind.ExpireToken }
            ? Process(request, route, rate, turn)
            : faults.Apply(fault, request, () => Process(request, route, rate, turn));
        if (route is not { IsSession: true })
        {
            rate.AddTo(response.Headers);
        }

        await WaitAsync(response.Delay, cancellationToken).ConfigureAwait(false);
        return response;
    }

    private HttpResponse Process(HttpRequest request, Route? route, RateDecision rate, CompensationTurn turn)
    {
        if (route is null || IsHidden(route, request))
        {
            return Problem.NoSuchEndpoint(request.Path);
        }

        try
        {
            if (!rate.IsAllowed)
            {
                return Refused(request, rate);
            }

            Authorize(request, route);
            turn.Check();
            var call = new ApiCall(context, request, route);
            lock (context.Tenant.Gate)
            {
                return route.Handler(call);
            }
        }
        catch (ProblemException problem)
        {
            return Problem.For(problem, request.Path);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A bug in the sandbox itself: better reported than a connection that ends for no reason.
            return Problem.For(Problem.Internal(exception.ToString()), request.Path);
        }
    }

    private void Authorize(HttpRequest request, Route route)
    {
        if (route.IsSession || route.IsPublic)
        {
            return;
        }

        string? authorization = request.Header("Authorization");
        AccessToken token = context.Credential.Find(authorization) ?? throw (IsV1(request)
            ? Problem.V1Unauthorized(authorization is not null)
            : Problem.Unauthorized());
        foreach (string? scope in new[] { route.Scope, route.SecondScope })
        {
            if (scope is not null && !context.Credential.Allows(token, scope))
            {
                throw Problem.Denied(route.Denial);
            }
        }
    }

    private bool IsHidden(Route route, HttpRequest request) =>
        route.IsBeta && context.Options.StrictBeta
        && !string.Equals(request.Header("Beta"), "true", StringComparison.OrdinalIgnoreCase);

    private static bool IsV1(HttpRequest request) => request.Path.StartsWith("/v1/", StringComparison.Ordinal);

    /// <summary>A plain 429 in v2 has neither a body nor a Retry-After header.</summary>
    private HttpResponse Refused(HttpRequest request, RateDecision rate)
    {
        HttpResponse response = IsV1(request)
            ? Problem.For(Problem.TooManyRequests(), request.Path)
            : new HttpResponse(429);
        if (context.Options.RetryAfter)
        {
            int seconds = (int)Math.Ceiling(rate.WaitSeconds);
            response.Headers.Add(new("Retry-After", Math.Max(1, seconds).ToString(CultureInfo.InvariantCulture)));
        }

        return response;
    }

    private static async ValueTask WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        if (time > TimeSpan.Zero)
        {
            await Task.Delay(time, cancellationToken).ConfigureAwait(false);
        }
    }
}
