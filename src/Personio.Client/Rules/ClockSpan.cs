namespace Personio.Client;

/// <summary>A stretch of time on the wall clock, in ticks.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct ClockSpan(long Start, long End)
{
    /// <summary>How long it is.</summary>
    public long Length => End - Start;

    /// <summary>The spans in their order, those that touch or overlap made one.</summary>
    public static ClockSpan[] Union(IEnumerable<ClockSpan> spans)
    {
        var union = new List<ClockSpan>();
        foreach (ClockSpan span in spans.OrderBy(span => span.Start))
        {
            if (union.Count > 0 && span.Start <= union[^1].End)
            {
                union[^1] = new ClockSpan(union[^1].Start, Math.Max(union[^1].End, span.End));
            }
            else
            {
                union.Add(span);
            }
        }

        return [.. union];
    }

    /// <summary>What is left of this span where others are taken out.</summary>
    /// <param name="others">A union, in order.</param>
    public IEnumerable<ClockSpan> Without(IEnumerable<ClockSpan> others)
    {
        long at = Start;
        foreach (ClockSpan other in others)
        {
            if (other.Start > at && at < End)
            {
                yield return new ClockSpan(at, Math.Min(other.Start, End));
            }

            at = Math.Max(at, other.End);
        }

        if (at < End)
        {
            yield return new ClockSpan(at, End);
        }
    }
}
