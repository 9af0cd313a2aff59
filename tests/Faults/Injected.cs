using System.Globalization;
using Personio.Sandbox;

namespace Personio.Faults;

/// <summary>A fault that waits for requests, and its name in the figures.</summary>
internal sealed record Injected(string Name, SandboxFault Fault)
{
    private static readonly int[] s_statuses = [500, 502, 503, 504];

    /// <summary>Every kind of fault, with probabilities that affect a share of all requests.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="seed">Which requests are hit.</param>
    /// <param name="alsoAfter">Whether half of them occur after the request was carried out.</param>
    public static IReadOnlyList<Injected> All(double share, int seed, bool alsoAfter)
    {
        Injected[] kinds = [.. Before(), .. alsoAfter ? After() : []];

        // Faults are tried in order, so each applies to the requests that the earlier ones left.
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

    // A correct server does not return 429 or 401 for a request that it carried out.
    private static IEnumerable<Injected> After() => Before()
        .Where(kind => kind.Fault.Status != 429 && kind.Fault.Kind != FaultKind.ExpireToken)
        .Select(kind => new Injected(
            string.Create(CultureInfo.InvariantCulture, $"{kind.Name}, carried out"),
            new SandboxFault { Kind = kind.Fault.Kind, Status = kind.Fault.Status, AfterProcessing = true }));
}
