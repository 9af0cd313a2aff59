using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>Days (<c>2026-03-10</c>). An instant becomes the day as written, regardless of its time zone.</summary>
internal sealed class DayConverter : WallClockConverter
{
    /// <inheritdoc/>
    protected override DateTime? Scalar(ref Utf8JsonReader reader) => base.Scalar(ref reader)?.Date;
}
