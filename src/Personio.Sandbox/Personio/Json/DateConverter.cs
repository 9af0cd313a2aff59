namespace Personio.Sandbox.Json;

/// <summary>Writes a day as an object, <c>{"date":"…"}</c>.</summary>
internal sealed class DateConverter() : WrappingConverter<DateOnly>("date")
{
    protected override string Text(DateOnly value) => WireTime.Day(value);
}
