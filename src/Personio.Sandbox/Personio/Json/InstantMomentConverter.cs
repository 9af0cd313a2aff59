namespace Personio.Sandbox.Json;

/// <summary>Writes an instant as an object, <c>{"date_time":"…"}</c>.</summary>
internal sealed class InstantMomentConverter() : WrappingConverter<DateTimeOffset>("date_time")
{
    protected override string Text(DateTimeOffset value) => WireTime.Instant(value);
}
