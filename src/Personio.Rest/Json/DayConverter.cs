using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>Days (<c>2026-03-10</c>). Of a moment it is the day that is written, whatever zone stands behind it.
/// </summary>
internal sealed class DayConverter : WallClockConverter
{
    /// <inheritdoc/>
    protected override DateTime? Scalar(ref Utf8JsonReader reader) => base.Scalar(ref reader)?.Date;
}
