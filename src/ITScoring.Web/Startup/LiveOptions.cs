using Microsoft.Extensions.Options;

namespace ITScoring.Web.Startup;

/// <summary>
/// Options that follow the configuration while the site runs, for whoever asks for <see cref="IOptions{TOptions}"/>. Configuration that has become invalid
/// (a file edited by hand) changes nothing until it is mended.
/// </summary>
public sealed class LiveOptions<T>(IOptionsMonitor<T> monitor) : IOptions<T>
    where T : class
{
    private volatile T? _last;

    public T Value
    {
        get
        {
            try
            {
                return _last = monitor.CurrentValue;
            }
            catch (Exception) when (_last is not null)
            {
                return _last;
            }
        }
    }
}
