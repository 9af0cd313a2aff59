namespace Personio.Client;

/// <summary>A span of local time, in ticks.</summary>
/// <param name="Start">The start.</param>
/// <param name="End">The end.</param>
internal readonly record struct ClockSpan(long Start, long End)
{
    /// <summary>The length in ticks.</summary>
    public long Length => End - Start;

    /// <summary>The spans in order, with touching and overlapping ones merged.</summary>
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

    /// <summary>The parts of this span that other spans do not cover.</summary>
    /// <param name="others">The other spans, in order and without overlaps.</param>
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
