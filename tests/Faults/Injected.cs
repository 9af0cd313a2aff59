using System.Globalization;
using Personio.Sandbox;

namespace Personio.Faults;

/// <summary>A fault that waits for requests, and what it is called in the figures.</summary>
internal sealed record Injected(string Name, SandboxFault Fault)
{
    private static readonly int[] s_statuses = [500, 502, 503, 504];

    /// <summary>Every kind there is, so likely that a share of all requests is hit.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="seed">Which requests are hit.</param>
    /// <param name="alsoAfter">Whether half of them hit after the request was carried out: its answer is lost.</param>
    public static IReadOnlyList<Injected> All(double share, int seed, bool alsoAfter)
    {
        Injected[] kinds = [.. Before(), .. alsoAfter ? After() : []];

        // One after the other is asked, so each has its chance among what the earlier ones left over.
        double each = 1 - Math.Pow(1 - share, 1.0 / kinds.Length);
        int first = new Random(seed).Next(kinds.Length);
        Injected[] turned = [.. kinds[first..], .. kinds[..first]];
        foreach (Injected kind in turned)
        {
            kind.Fault.Times = -1;
            kind.Fault.Probability = each;
            kind.Fault.Seed = seed;
        }

        return turned;
    }

    private static IEnumerable<Injected> Before()
    {
        foreach (int status in s_statuses)
        {
            yield return new($"status {status}", new() { Status = status });
        }

        yield return new("429 with Retry-After", new() { Status = 429, Headers = { ["Retry-After"] = "7" } });
        yield return new("429 with Retry-After as a date", new()
        {
            Status = 429,
            Headers =
            {
                ["Date"] = "Mon, 02 Mar 2026 08:00:00 GMT",
                ["Retry-After"] = "Mon, 02 Mar 2026 08:00:09 GMT",
            },
        });
        yield return new("429 without Retry-After", new() { Status = 429 });
        yield return new("reset before the answer", new() { Kind = FaultKind.ResetBeforeResponse });
        yield return new("reset in the middle", new() { Kind = FaultKind.ResetInBody });
        yield return new("stalled body", new() { Kind = FaultKind.StallBody });
        yield return new("truncated body", new() { Kind = FaultKind.TruncateBody });
        yield return new("web page with 502", new() { Kind = FaultKind.HtmlError });
        yield return new("web page with 200", new() { Kind = FaultKind.HtmlError, Status = 200 });
        yield return new("token expired", new() { Kind = FaultKind.ExpireToken });
    }

    // An honest server does not refuse with 429 or 401 what it has carried out.
    private static IEnumerable<Injected> After() => Before()
        .Where(kind => kind.Fault.Status != 429 && kind.Fault.Kind != FaultKind.ExpireToken)
        .Select(kind => new Injected(
            string.Create(CultureInfo.InvariantCulture, $"{kind.Name}, carried out"),
            new SandboxFault { Kind = kind.Fault.Kind, Status = kind.Fault.Status, AfterProcessing = true }));
}
