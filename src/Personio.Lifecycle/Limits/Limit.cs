using System.Globalization;

namespace Personio.Lifecycle;

/// <summary>A limit: a count, or a percentage of the base with a minimum.</summary>
public sealed record Limit
{
    private Limit(int? count, decimal percent, int floor)
    {
        Count = count;
        Percent = percent;
        Floor = floor;
    }

    /// <summary>The count; null for a percentage.</summary>
    public int? Count { get; }

    /// <summary>The percentage.</summary>
    public decimal Percent { get; }

    /// <summary>The number that a percentage always allows.</summary>
    public int Floor { get; }

    /// <summary>A percentage of the base, but at least the floor.</summary>
    public static Limit FromPercent(decimal percent, int floor) => new(null, percent, floor);

    /// <summary>An exact count, without a floor.</summary>
    public static Limit FromCount(int count) => new(count, 0, 0);

    /// <summary>Parses a limit as typed by a user: <c>12</c> or <c>5%</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What it limits: a percentage keeps the floor of its kind.</param>
    /// <exception cref="LifecycleException">The text is neither (<c>InvalidOption</c>).</exception>
    public static Limit Parse(string text, LimitKind kind)
    {
        string typed = (text ?? "").Trim();
        bool isShare = typed.EndsWith('%');
        if (isShare && decimal.TryParse(
            typed[..^1].Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out decimal percent)
            && percent is >= 0 and <= 100)
        {
            return FromPercent(percent, new PlanLimits().For(kind).Floor);
        }

        return !isShare && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? FromCount(count)
            : throw new LifecycleException(
                LifecycleErrors.InvalidOption,
                $"-{kind} is '{text}'. Use a number of accounts such as 12, or a share such as '5%'.");
    }

    /// <summary>How many rows are allowed for a number of accounts.</summary>
    public int AllowedFor(int accounts) => Count ?? Math.Max(Floor, (int)Math.Floor(Percent * accounts / 100));

    /// <inheritdoc/>
    public override string ToString() => Count is { } count
        ? count.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Percent:0.##}%");
}
