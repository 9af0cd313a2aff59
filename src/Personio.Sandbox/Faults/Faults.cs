using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox;

/// <summary>The injected faults and their effects on requests.</summary>
internal sealed class Faults(int seed, string origin, Func<int, HttpRequest, HttpResponse> problem)
{
    private const string ElsewhereOrigin = "https://elsewhere.example.org";

    // Some patterns would backtrack for years over a path that does not match, and hang the host process.
    private static readonly TimeSpan s_patternTime = TimeSpan.FromMilliseconds(100);

    private readonly object _gate = new();
    private readonly List<Armed> _armed = [];

    // How often each request arrived while a fault with a probability was pending. The outcome depends on this count,
    // so the same request has the same outcome in every run, whatever the order of concurrent requests.
    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _armed.Count;
            }
        }
    }

    public void Add(SandboxFault fault)
    {
        Regex? pattern = fault.PathPattern is null
            ? null
            : new Regex(fault.PathPattern, RegexOptions.CultureInvariant, s_patternTime);
        lock (_gate)
        {
            _armed.Add(new Armed(fault, pattern));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _armed.Clear();
            _times.Clear();
        }
    }

    /// <summary>
    /// Returns the fault that hits this request, or null. Faults are tried in order; a fault that matches but does not
    /// hit counts the request toward its skips and passes it on.
    /// </summary>
    public SandboxFault? Take(HttpRequest request)
    {
        lock (_gate)
        {
            Dice? dice = null;
            foreach (Armed armed in _armed)
            {
                if (Matches(armed, request) is not { } matches)
                {
                    _armed.Remove(armed);
                    return TooSlow(armed.Fault);
                }

                if (matches && armed.Hits(() => dice ??= DiceFor(request, armed.Fault.Seed)))
                {
                    armed.Fault.Count();
                    return armed.Fault;
                }
            }
        }

        return null;
    }

    /// <summary>Returns the faulty response. A GET is processed if the fault needs its response.</summary>
    public HttpResponse Apply(SandboxFault fault, HttpRequest request, Func<HttpResponse> process)
    {
        bool spoilsResponse = fault.Kind is FaultKind.ResetInBody or FaultKind.StallBody or FaultKind.TruncateBody
            or FaultKind.WrongNextLink;
        HttpResponse? real = fault.AfterProcessing || (spoilsResponse && request.Method == "GET") ? process() : null;
        HttpResponse response = Spoil(fault, request, real);
        foreach (KeyValuePair<string, string> header in fault.Headers)
        {
            response.Headers.RemoveAll(other => other.Key.Equals(header.Key, StringComparison.OrdinalIgnoreCase));
            response.Headers.Add(header);
        }

        return response;
    }

    /// <summary>Null if the pattern took too long.</summary>
    private static bool? Matches(Armed armed, HttpRequest request)
    {
        try
        {
            return armed.Matches(request);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static SandboxFault TooSlow(SandboxFault fault) => new()
    {
        Status = 500,
        ContentType = "text/plain; charset=utf-8",
        Body = $"The path pattern {fault.PathPattern} took longer than {s_patternTime.TotalMilliseconds:0} ms; "
            + "its fault was removed.",
    };

    private Dice DiceFor(HttpRequest request, int other)
    {
        string key = $"{request.Method} {request.Target}";
        int times = _times[key] = _times.GetValueOrDefault(key) + 1;
        return new Dice(seed, string.Create(CultureInfo.InvariantCulture, $"faults {other} {times} {key}"));
    }

    private HttpResponse Spoil(SandboxFault fault, HttpRequest request, HttpResponse? real)
    {
        switch (fault.Kind)
        {
            case FaultKind.Status:
                return WithStatus(fault, request);
            case FaultKind.HtmlError:
                return HttpResponse.Text(
                    StatusOf(fault, 502), fault.ContentType ?? "text/html; charset=utf-8",
                    fault.Body ?? "<html><head><title>Bad Gateway</title></head><body>Bad Gateway</body></html>");
            case FaultKind.RawBody:
                return HttpResponse.Text(
                    StatusOf(fault, 200), fault.ContentType ?? HttpResponse.JsonType, fault.Body ?? "");
            case FaultKind.RedirectTo:
                return Redirect(fault);
            case FaultKind.WrongNextLink when real is not null:
                return HttpResponse.Json(Redirected(real.Body, fault.Body ?? ElsewhereOrigin), real.Status);
            default:
                real ??= HttpResponse.Text(200, HttpResponse.JsonType, "{\"id\":\"never-finished\",\"_meta\":{}}");
                real.Delivery = DeliveryOf(fault.Kind);
                return real;
        }
    }

    private HttpResponse WithStatus(SandboxFault fault, HttpRequest request)
    {
        int status = StatusOf(fault, 500);
        return fault.Body is not null
            ? HttpResponse.Text(status, fault.ContentType ?? HttpResponse.ProblemType, fault.Body)
            : problem(status, request);
    }

    private static HttpResponse Redirect(SandboxFault fault)
    {
        var response = new HttpResponse(StatusOf(fault, 302));
        if (fault.Body is not null)
        {
            response.Headers.Add(new("Location", fault.Body));
        }

        return response;
    }

    private byte[] Redirected(ReadOnlyMemory<byte> body, string otherOrigin)
    {
        string text = Encoding.UTF8.GetString(body.Span);
        string other = otherOrigin.TrimEnd('/');
        return Encoding.UTF8.GetBytes(text
            .Replace($"\"next\":{{\"href\":\"{origin}/", $"\"next\":{{\"href\":\"{other}/", StringComparison.Ordinal)
            .Replace($"\"next\":\"{origin}/", $"\"next\":\"{other}/", StringComparison.Ordinal));
    }

    private static int StatusOf(SandboxFault fault, int usual) => fault.Status == 0 ? usual : fault.Status;

    private static Delivery DeliveryOf(FaultKind kind) => kind switch
    {
        FaultKind.ResetBeforeResponse => Delivery.ResetBeforeResponse,
        FaultKind.ResetInBody => Delivery.ResetInBody,
        FaultKind.StallBody => Delivery.StallBody,
        FaultKind.TruncateBody => Delivery.TruncateBody,
        _ => Delivery.Whole,
    };

    private sealed class Armed(SandboxFault fault, Regex? pattern)
    {
        private int _toSkip = fault.Skip;
        private int _left = fault.Times;

        public SandboxFault Fault => fault;

        public bool Matches(HttpRequest request) =>
            _left != 0
            && (fault.Method is null || fault.Method.Equals(request.Method, StringComparison.OrdinalIgnoreCase))
            && (fault.PathPrefix is null || request.Path.StartsWith(fault.PathPrefix, StringComparison.Ordinal))
            && (pattern is null || pattern.IsMatch(request.Path));

        public bool Hits(Func<Dice> dice)
        {
            if (_toSkip > 0)
            {
                _toSkip--;
                return false;
            }

            if (fault.Probability < 1 && dice().Next(1_000_000) >= fault.Probability * 1_000_000)
            {
                return false;
            }

            _left -= _left > 0 ? 1 : 0;
            return true;
        }
    }
}
