import type { Sample } from './sample.ts'

export const es: Sample = {
  words: `de que no la el y a en un es los me se lo por con una te las mi para le si qué su del al está como yo pero más eso tu ya
    todo esta muy bien hay aquí ha sí este ser son nada he cuando tengo tiene era donde porque hacer estoy solo nos algo vamos
    tú él ella así hoy sin sobre también puede fue quiero mis siempre tan ahora creo mejor ni todos gracias estás eres esa ese
    cómo quién hace día vida gente tiempo mañana noche año años casa uno dos tres hasta desde entre otra otro otros otras
    mucho mucha muchos poco cada después antes nunca jamás hola sabe sé sabes puedo puedes quiere quieres voy vas va han
    has hemos había habrá sido siendo ver decir dice dijo ir venga ven mira oye vale claro bueno buena buenos buenas
    mal malo cosa cosas hombre mujer señor señora amigo amigos hijo hija padre madre hermano niño niña chica chico
    mundo trabajo dinero nombre verdad lugar parte vez veces momento manera ciudad país españa méxico gobierno presidente
    semana mes lunes martes miércoles jueves viernes sábado domingo feliz amor corazón favor usted ustedes ellos
    ellas nosotros vosotros les os conmigo contigo nuestro nuestra nuestros sus tus míos suyo aunque mientras según
    contra hacia durante tampoco quizás quizá acaso menos todavía aún luego entonces pues sino cual cuál cuales quien cuanto
    cuánto allí ahí allá fuera dentro arriba abajo cerca lejos mismo misma grande pequeño nuevo nueva primer primera
    último última gran haciendo viendo siento espero gusta gustaría parece llama llega pasa queda sigue necesito
    hecho dicho visto puesto hablar saber poder deber tener estar dar dame dime déjame estaba estaban estamos están
    éramos seré será serán sería tienen tenemos tienes haz hagas haya sea sean jaja jajaja jajajaja xq pq tmb q d
    partido fútbol jugar ganar perder canción película verano fiesta risa beso cliente pedido servicio entrega precio tienda
    muchas muchísimas ayer tarde ojalá demasiado casi cuatro cinco seis siete ocho nueve diez cien mil puta mierda joder`,
  text: `La dependienta me dijo que la lámpara estaría reparada antes de fin de mes, pero nadie me ha vuelto a llamar desde
    entonces. Esperé dos horas al teléfono para que me dijeran que no era culpa suya. De verdad, ¡qué vergüenza! Recibimos
    nuestro pedido antes de tiempo, el embalaje estaba muy cuidado y el repartidor sonreía. Quería agradecer a todo el equipo
    su cálida acogida. ¿Alguien sabe dónde se pueden comprar estas bombillas cerca de aquí? El gobierno anuncia una nueva
    medida para las pequeñas empresas, los sindicatos denuncian la falta de diálogo. Esta mañana otra vez cancelaron el tren
    sin ninguna explicación, y llovía a cántaros. ¿Viste el partido anoche? Nos reímos mucho con los colegas, fue genial. Deberían
    dejar de tomarnos por tontos. Tenéis que probar su tarta de manzana, está riquísima. Desde la actualización, la aplicación
    se cierra sola cada vez que abro mis fotos. Los niños jugaban en el jardín mientras su abuela preparaba la comida.
    No entiendo por qué siguen negándose a cambiar este artículo defectuoso. ¡Déjame en paz, yo no he pedido nada! Ella se
    levantó, cerró la ventana y me miró largo rato. Ningún problema, quedamos delante del ayuntamiento hacia las seis.
    Unos investigadores publican un estudio sobre la calidad del aire en nuestras grandes ciudades. ¿Qué haces este fin de
    semana? Igual vamos a ver a mis padres al campo. Te juro que es verdad, pregúntale a tu hermano. Quieren cerrar la fábrica
    a pesar de los beneficios del año pasado. No se preocupe, le devolveremos el dinero lo antes posible. Me alegro muchísimo
    de volver a verte, te he echado de menos. Miles de viajeros quedaron atrapados por un corte de luz. Cállate y come, que
    se te enfría la sopa. El nuevo director desea desarrollar las energías limpias y reducir los residuos. Aquí hay un bonito
    regalo para el cumpleaños de mi hermana. Vaya, hombre, ¡qué suerte tuviste! Busco empleo en un restaurante, si puede ser
    por la noche. Este hotel merece sus cuatro estrellas: habitaciones limpias, camas cómodas, vistas al mar. Ojalá lleguen
    bien todos. Hoy no me apetece estudiar, tengo mucho sueño y me duele la cabeza. Nadie me quiere acompañar al cine.
    Qué ganas de que llegue el verano y salir con mis amigas. Yo también lo pienso, pero ellos dicen otra cosa.`,
}
